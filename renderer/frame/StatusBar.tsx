import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconKeyOff from '@tabler/icons-react/dist/esm/icons/IconKeyOff.mjs';
import { useTranslation } from 'react-i18next';
import { CommandStatus } from '../commands/CommandStatus.tsx';
import { formatCount } from '../format/amount.ts';
import { CallsLeft } from '../queue/CallsLeft.tsx';
import { QueueStatus } from '../queue/QueueStatus.tsx';
import { useQueue, useStatus } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Said } from './Said.tsx';
import styles from './StatusBar.module.css';

/** The quiet facts: how many, how the reads go, how many calls are left, and where the secrets are. */
export function StatusBar() {
  const { t } = useTranslation();
  const { count, reach } = useFleetSummary();
  const { keychain } = useStatus();
  const { waiting } = useQueue();
  const isOut = keychain.state === 'unavailable';
  const KeyPicture = isOut ? IconKeyOff : IconKey;
  return (
    <section className={styles.bar} aria-label={t('frame.statusBar')}>
      <span>{t('frame.vehicles', { count, value: formatCount(count) })}</span>
      {count > 0 && <QueueStatus />}
      {reach === 'offline' && waiting === 0 && (
        <span className={styles.item} data-tone="attention">
          <IconCloudOff size={14} aria-hidden />
          {t('frame.offline')}
        </span>
      )}
      <CommandStatus />
      <Said className={styles.said} />
      <span className={styles.space} />
      {count > 0 && <CallsLeft />}
      <span className={styles.item} data-tone={isOut ? 'attention' : undefined}>
        <KeyPicture size={14} aria-hidden />
        {t(`frame.keychain.${keychain.state}`, { backend: keychain.backend })}
      </span>
    </section>
  );
}
