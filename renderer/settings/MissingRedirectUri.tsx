import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import type { Transport } from '../../contract/transport.ts';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import shared from '../ui/shared.module.css';
import styles from './SettingsScreen.module.css';
import { suggestedUri } from './suggestedUri.ts';

interface MissingRedirectUriProps {
  readonly transport: Transport;
  readonly application: Extract<Application, { kind: 'own' }>;
  /** It is the one in use, so Connect cannot come back at all. */
  readonly isChosen: boolean;
}

/** How to get the address that a way back needs. */
export function MissingRedirectUri(props: MissingRedirectUriProps) {
  const { transport, application, isChosen } = props;
  const { t } = useTranslation();
  const { show } = useShell();
  const uri = suggestedUri(transport, application.clientId);
  const isLocal = application.exchange.kind === 'local';
  return (
    <>
      {isChosen && (
        <p className={styles.attention}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('transport.missingInUse')}
        </p>
      )}
      <p className={styles.quiet}>{t(isLocal ? 'transport.get' : 'transport.getBackend')}</p>
      <p className={styles.copyable}>
        <span className={shared.copyable}>{uri}</span>
        <CopyButton text={uri} label={t('transport.copy', { uri })} />
      </p>
      {isLocal && (
        <Button look="link" onClick={() => show('applicationForm')}>
          {t('transport.add')}
        </Button>
      )}
    </>
  );
}
