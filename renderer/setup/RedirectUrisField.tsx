import { Textarea } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useHelp } from '../frame/actions.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import shared from '../ui/shared.module.css';
import styles from './RedirectUrisField.module.css';
import { suggestedUris, withUri } from './suggestedUris.ts';

interface RedirectUrisFieldProps {
  readonly clientId: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly field: UseFormRegisterReturn<'redirectUris'>;
  readonly onChange: (value: string) => void;
}

/** The addresses Smartcar sends the driver back to, and which ones are worth registering. */
export function RedirectUrisField(props: RedirectUrisFieldProps) {
  const { clientId, value, problem, field, onChange } = props;
  const { t } = useTranslation();
  const help = useHelp();
  return (
    <div className={styles.group}>
      <Textarea
        label={t('setup.redirectUris')}
        description={t('setup.redirectUrisHint')}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        error={problem}
        {...field}
      />
      <section aria-label={t('setup.suggested')}>
        <p className={styles.heading}>
          <span className={styles.title}>{t('setup.suggested')}</span>
          <Button look="link" onClick={() => help.mutate('redirect_uris')}>
            {t('setup.openRedirectUris')}
            <IconExternalLink size={14} aria-hidden />
          </Button>
        </p>
        <ul className={styles.suggestions}>
          {suggestedUris(clientId, value).map(({ for: where, uri, isInList }) => (
            <li key={where}>
              <div className={styles.address}>
                <span className={shared.copyable}>{uri}</span>
                <CopyButton text={uri} label={t('setup.copyUri', { uri })} />
                {isInList ? (
                  <span className={styles.inList}>
                    <IconCheck size={14} aria-hidden />
                    {t('setup.uriAdded')}
                  </span>
                ) : (
                  <Button
                    look="link"
                    aria-label={t('setup.addUriLabel', { uri })}
                    onClick={() => onChange(withUri(value, uri))}
                  >
                    <IconPlus size={14} aria-hidden />
                    {t('setup.addUri')}
                  </Button>
                )}
              </div>
              <p className={styles.hint}>{t(`setup.suggestedFor.${where}`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
