import { useTranslation } from 'react-i18next';
import { exactTime } from '../format/time.ts';
import type { Moment } from '../readings/newest.ts';
import styles from './AgeText.module.css';
import { lazyTitle } from './lazyTitle.ts';
import { useAgeText } from './useAge.ts';

interface AgeTextProps {
  readonly moment: Moment;
  /** Whether it is called old. */
  readonly isOld: boolean;
  /** The tooltip where the caller knows more than the moment itself. */
  readonly title?: () => string;
}

/** How old something is. Says so where only the fetch is known. */
export function AgeText({ moment: { iso, byCar }, isOld, title }: AgeTextProps) {
  const { t } = useTranslation();
  const age = useAgeText(iso);
  const tooltip = lazyTitle(
    title ?? (() => t(byCar ? 'age.measuredAt' : 'age.fetchedAt', { time: exactTime(iso) })),
  );
  return (
    <time dateTime={iso} className={styles.age} {...tooltip}>
      <span className={styles.words}>{byCar ? age : t('age.fetched', { age })}</span>
      {isOld && <span className={styles.old}>{t('age.old')}</span>}
    </time>
  );
}
