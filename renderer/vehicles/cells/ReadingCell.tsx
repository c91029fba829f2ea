import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Reading, ReadingKind, ReadingValues } from '../../../contract/readings.ts';
import { momentOf } from '../../readings/newest.ts';
import { provenance } from '../../readings/provenance.ts';
import { ReasonIcon } from '../../readings/ReasonIcon.tsx';
import { reasonOf } from '../../readings/reason.ts';
import { lazyTitle } from '../../ui/lazyTitle.ts';
import shared from '../../ui/shared.module.css';
import { useIsOld } from '../../ui/useAge.ts';
import styles from './cells.module.css';

interface ReadingCellProps<K extends ReadingKind> {
  readonly reading: Reading<K>;
  readonly isRefreshing: boolean;
  readonly isAllOld: boolean;
  readonly t: TFunction;
  readonly show: (value: ReadingValues[K]) => ReactNode;
}

/**
 * One value: faded and called old after a day, with a mark where there is no newer one, or the
 * reason where there is none at all. The tooltip tells both times.
 */
export function ReadingCell<K extends ReadingKind>(props: ReadingCellProps<K>) {
  const { reading, isRefreshing, isAllOld, t, show } = props;
  const { last } = reading;
  const reason = reasonOf(reading);
  const old = useIsOld(last ? momentOf(last).iso : null);
  const tooltip = lazyTitle(() => provenance(t, reading));
  if (!last) {
    const missing = reason ?? 'never';
    return (
      <span className={styles.missing} {...tooltip}>
        <ReasonIcon reason={missing} />
        <span className={styles.text}>
          {missing === 'never' && isRefreshing
            ? t('access.refreshing')
            : t(`reason.short.${missing}`)}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.value} data-old={old || undefined} {...tooltip}>
      <span className={styles.text}>{show(last.value)}</span>
      {old && !isAllOld && <span className={styles.old}>{t('age.old')}</span>}
      {reason && (
        <>
          <ReasonIcon reason={reason} />
          <span className={shared.hidden}>{t(`reason.short.${reason}`)}</span>
        </>
      )}
    </span>
  );
}
