import { TextInput } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useHelp } from '../frame/actions.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './ApplicationFields.module.css';

interface RedirectUriFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly field: UseFormRegisterReturn<'redirectUri'>;
}

/** The address Smartcar sends the driver back to: it has to be registered there, so it can be copied. */
export function RedirectUriField({ value, problem, field }: RedirectUriFieldProps) {
  const { t } = useTranslation();
  const help = useHelp();
  return (
    <div>
      <TextInput
        label={t('setup.redirectUri')}
        description={t('setup.redirectUriHint')}
        autoComplete="off"
        spellCheck={false}
        error={problem}
        rightSection={
          value.trim() !== '' && (
            <CopyButton text={value.trim()} label={t('setup.copyRedirectUri')} />
          )
        }
        {...field}
      />
      <p className={styles.hint}>
        <Button look="link" onClick={() => help.mutate('redirect_uris')}>
          {t('setup.openRedirectUris')}
          <IconExternalLink size={14} aria-hidden />
        </Button>
      </p>
    </div>
  );
}
