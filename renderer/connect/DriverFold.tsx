import { useTranslation } from 'react-i18next';
import type { ConnectPurpose } from '../../contract/connect.ts';
import styles from './DriverFold.module.css';
import { askedPermissions, driverMessage } from './driverMessage.ts';
import outcome from './Outcome.module.css';
import type { MessageKind } from './outcomeAction.ts';

interface DriverFoldProps {
  readonly kind: MessageKind;
  readonly purpose: ConnectPurpose;
}

/** What the driver may want to know, to be read, told or sent. */
export function DriverFold({ kind, purpose }: DriverFoldProps) {
  const { t } = useTranslation();
  const listsPermissions = kind === 'access_denied' && askedPermissions(purpose).length > 0;
  return (
    <details className={outcome.fold}>
      <summary>{t(listsPermissions ? 'outcome.askedFold' : 'outcome.messageFold')}</summary>
      <p className={styles.message}>{driverMessage(t, kind, purpose)}</p>
    </details>
  );
}
