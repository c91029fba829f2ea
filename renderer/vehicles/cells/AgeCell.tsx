import { newestMoment } from '../../readings/newest.ts';
import { AgeText } from '../../ui/AgeText.tsx';
import type { CellProps } from '../columns.ts';
import styles from './cells.module.css';

/** The age of the newest value: how long ago this car was last known. */
export function AgeCell({ vehicle, t }: CellProps) {
  const moment = newestMoment(vehicle);
  if (moment) return <AgeText moment={moment} />;
  return <span className={styles.never}>{t('reason.short.never')}</span>;
}
