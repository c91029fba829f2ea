import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconKeyOff from '@tabler/icons-react/dist/esm/icons/IconKeyOff.mjs';
import { useTranslation } from 'react-i18next';
import { useFleet, useQueue, useStatus } from '../state/cache.ts';
import { QueueStatus } from './QueueStatus.tsx';
import styles from './StatusBar.module.css';

/** The quiet facts: how many, what is being read, how fresh, and where the secrets are. */
export function StatusBar() {
  const { t } = useTranslation();
  const { vehicles, reach } = useFleet();
  const { budget } = useQueue();
  const { keychain } = useStatus();
  const isOut = keychain.state === 'unavailable';
  const KeyPicture = isOut ? IconKeyOff : IconKey;
  return (
    <section className={styles.bar} aria-label={t('frame.statusBar')}>
      <span>{t('frame.vehicles', { count: vehicles.length })}</span>
      <QueueStatus />
      {reach === 'offline' && (
        <span className={styles.item} data-tone="attention">
          <IconCloudOff size={14} aria-hidden />
          {t('frame.offline')}
        </span>
      )}
      <span className={styles.space} />
      {vehicles.length > 0 && (
        <span title={t('frame.callsTitle', { count: budget.refillPerMinute })}>
          {t('frame.calls', { count: budget.calls, capacity: budget.capacity })}
        </span>
      )}
      <span className={styles.item} data-tone={isOut ? 'attention' : undefined}>
        <KeyPicture size={14} aria-hidden />
        {t(`frame.keychain.${keychain.state}`, { backend: keychain.backend })}
      </span>
    </section>
  );
}
