import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconKeyOff from '@tabler/icons-react/dist/esm/icons/IconKeyOff.mjs';
import { useTranslation } from 'react-i18next';
import { lastRead } from '../readings/newest.ts';
import { useFleet, useStatus } from '../state/cache.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { useAgeText } from '../ui/useAge.ts';
import styles from './StatusBar.module.css';

/** The quiet facts: how many, what is being read, how fresh, and where the secrets are. */
export function StatusBar() {
  const { t } = useTranslation();
  const { vehicles, refreshing, reach } = useFleet();
  const { keychain } = useStatus();
  const readAt = lastRead(vehicles);
  const age = useAgeText(readAt);
  const isOut = keychain.state === 'unavailable';
  const KeyPicture = isOut ? IconKeyOff : IconKey;
  return (
    <section className={styles.bar} aria-label={t('frame.statusBar')}>
      <span>{t('frame.vehicles', { count: vehicles.length })}</span>
      {refreshing.length > 0 ? (
        <span className={styles.item}>
          <Spinner size={14} />
          {t('frame.reading', { count: refreshing.length, total: vehicles.length })}
        </span>
      ) : (
        vehicles.length > 0 && (
          <span>{age === null ? t('frame.neverRead') : t('frame.lastRead', { age })}</span>
        )
      )}
      {reach === 'offline' && (
        <span className={styles.item} data-tone="attention">
          <IconCloudOff size={14} aria-hidden />
          {t('frame.offline')}
        </span>
      )}
      <span className={styles.space} />
      <span className={styles.item} data-tone={isOut ? 'attention' : undefined}>
        <KeyPicture size={14} aria-hidden />
        {t(`frame.keychain.${keychain.state}`, { backend: keychain.backend })}
      </span>
    </section>
  );
}
