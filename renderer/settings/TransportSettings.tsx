import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { TRANSPORTS } from '../../contract/transport.ts';
import { canUse, redirectUrisOn } from '../connect/waysBack.ts';
import { listText } from '../format/list.ts';
import { useStatus } from '../state/cache.ts';
import { ChoiceList } from '../ui/ChoiceList.tsx';
import { Changed } from './Changed.tsx';
import { MissingRedirectUri } from './MissingRedirectUri.tsx';
import styles from './SettingsScreen.module.css';
import { useUndoableChange } from './useUndoableChange.ts';

/** Where Connect opens, and by which address its answer comes back. */
export function TransportSettings({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { transport } = useStatus();
  const changing = useUndoableChange({ transport }, window.motorpool['settings.setTransport']);

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
    <>
      <p className={styles.quiet}>{t('settings.transport.intro')}</p>
      <ChoiceList
        legend={t('settings.transport.legend')}
        value={transport}
        choices={choices}
        testIdPrefix="transport"
        onChoose={(value) => changing.change({ transport: value })}
      />
      <Changed of={changing} text={t(`transport.chosen.${transport}`)} testId="transport-undo" />
    </>
  );
}
