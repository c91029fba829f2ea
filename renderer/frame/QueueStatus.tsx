import { useTranslation } from 'react-i18next';
import { shortTime } from '../format/time.ts';
import { lastRead } from '../readings/newest.ts';
import { useFleet, useQueue } from '../state/cache.ts';
import { useTimed } from '../state/clock.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { useAgeText } from '../ui/useAge.ts';
import styles from './StatusBar.module.css';

/** How far reading is and when it will be done, what waits for a limit, or when it was done last. */
export function QueueStatus() {
  const { t } = useTranslation();
  const { vehicles } = useFleet();
  const { running, waiting, done, total, finishesAt, nextAt } = useQueue();
  const age = useAgeText(lastRead(vehicles));
  const until = useTimed((now) => (finishesAt === null ? '' : shortTime(finishesAt, now)));
  const next = useTimed((now) => (nextAt === null ? '' : shortTime(nextAt, now)));

  if (running > 0) {
    return (
      <span className={styles.item}>
        <Spinner size={14} />
        {t('frame.reading', { count: Math.min(done + running, total), total })}
        {waiting > 0 && until !== '' && <span>{t('frame.readingUntil', { time: until })}</span>}
      </span>
    );
  }
  if (waiting > 0 && next !== '') {
    return <span>{t('frame.waiting', { count: waiting, time: next })}</span>;
  }
  if (vehicles.length === 0) return null;
  return <span>{age === null ? t('frame.neverRead') : t('frame.lastRead', { age })}</span>;
}
