import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { TRANSPORTS } from '../../contract/transport.ts';
import { canUse, redirectUrisOn } from '../connect/waysBack.ts';
import { listText } from '../format/list.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceList } from '../ui/ChoiceList.tsx';
import { MissingRedirectUri } from './MissingRedirectUri.tsx';
import styles from './SettingsScreen.module.css';
import { SettingsSection } from './SettingsSection.tsx';
import { useTransportChoice } from './useTransportChoice.ts';

/** Where Connect opens, and by which address its answer comes back. */
export function TransportSettings({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { transport } = useStatus();
  const { choose, undo, changed } = useTransportChoice(transport);

  const choices = TRANSPORTS.map((value) => {
    const isUsable = canUse(application, value);
    const uris = redirectUrisOn(application, value);
    const uses =
      uris === null
        ? t('transport.usesSimulated')
        : t('transport.uses', { count: uris.length, uris: listText(uris) });
    return {
      value,
      label: t(`transport.name.${value}`),
      isUnavailable: !isUsable,
      text: (
        <>
          <p>{t(`transport.text.${value}`)}</p>
          <p className={styles.uses}>{isUsable ? uses : t(`transport.missing.${value}`)}</p>
        </>
      ),
      more: !isUsable && application.kind === 'own' && (
        <MissingRedirectUri
          transport={value}
          application={application}
          isChosen={value === transport}
        />
      ),
    };
  });

  return (
    <SettingsSection title={t('settings.transport.title')}>
      <p className={styles.quiet}>{t('settings.transport.intro')}</p>
      <ChoiceList
        legend={t('settings.transport.legend')}
        value={transport}
        choices={choices}
        testIdPrefix="transport"
        onChoose={choose}
      />
      <div role="status" className={styles.changed}>
        {changed && (
          <>
            <span>{t(`transport.chosen.${transport}`)}</span>
            {changed.canUndo && (
              <Button look="link" data-testid="transport-undo" onClick={undo}>
                {t('transport.undo')}
              </Button>
            )}
          </>
        )}
      </div>
    </SettingsSection>
  );
}
