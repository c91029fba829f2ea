import { useTranslation } from 'react-i18next';
import { exactTime } from '../format/time.ts';
import type { Moment } from '../readings/newest.ts';
import styles from './AgeText.module.css';
import { lazyTitle } from './lazyTitle.ts';
import { useAgeText, useIsOld } from './useAge.ts';

interface AgeTextProps {
  readonly moment: Moment;
  /** The tooltip where the caller knows more than the moment itself. */
  readonly title?: () => string;
}

/** How old something is. Says so where only the fetch is known, and calls it old after a day. */
export function AgeText({ moment: { iso, byCar }, title }: AgeTextProps) {
  const { t } = useTranslation();
  const age = useAgeText(iso);
  const old = useIsOld(iso);
  const tooltip = lazyTitle(
    title ?? (() => t(byCar ? 'age.measuredAt' : 'age.fetchedAt', { time: exactTime(iso) })),
  );
  return (
    <time dateTime={iso} className={styles.age} {...tooltip}>
      <span className={styles.words}>{byCar ? age : t('age.fetched', { age })}</span>
      {old && <span className={styles.old}>{t('age.old')}</span>}
    </time>
  );
}
