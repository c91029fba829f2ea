import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useTranslation } from 'react-i18next';
import { dayText } from '../format/time.ts';
import { useFleetFacts } from '../frame/banners/useFleetFacts.ts';
import { useQueue, useStatus } from '../state/cache.ts';
import { useTimed } from '../state/clock.ts';
import { readHealth } from './readHealth.ts';
import styles from './SettingsScreen.module.css';

const FINE: ReadonlySet<string> = new Set(['works', 'only_asked', 'no_vehicles']);

/** One line: whether values are read, or why not. */
export function ReadHealth() {
  const { t } = useTranslation();
  const status = useStatus();
  const fleet = useFleetFacts();
  const queue = useQueue();
  const key = useTimed((now) => JSON.stringify(readHealth(status, fleet, queue, now)));
  const health: ReturnType<typeof readHealth> = JSON.parse(key);
  const isFine = FINE.has(health.kind);
  return (
    <p className={styles.health} data-fine={isFine} data-testid="read-health">
      {isFine ? (
        <IconCircleCheck size={16} aria-hidden />
      ) : (
        <IconAlertTriangle size={16} aria-hidden />
      )}
      {health.kind === 'no_calls'
        ? t('settings.health.no_calls', { time: dayText(health.nextAt, Date.now()) })
        : t(`settings.health.${health.kind}`)}
    </p>
  );
}
