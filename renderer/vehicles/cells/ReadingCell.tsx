import type { ReactNode } from 'react';
import type { Reading, ReadingKind, ReadingValues } from '../../../contract/readings.ts';
import { groupHours } from '../../../contract/refreshRules.ts';
import { useFreshness } from '../../readings/freshness.ts';
import { momentOf } from '../../readings/newest.ts';
import { ReasonIcon } from '../../readings/ReasonIcon.tsx';
import { reasonOf } from '../../readings/reason.ts';
import shared from '../../ui/shared.module.css';
import type { CellProps } from '../columns/column.ts';
import styles from './cells.module.css';

interface ReadingCellProps<K extends ReadingKind> extends CellProps {
  readonly reading: Reading<K>;
  readonly show: (value: ReadingValues[K]) => ReactNode;
}

/**
 * One value: it fades with its age and is called old when it is, with a mark where there is no newer
 * one, or the reason where there is none at all.
 */
export function ReadingCell<K extends ReadingKind>(props: ReadingCellProps<K>) {
  const { vehicle, reading, isRefreshing, isAllOld, context, show } = props;
  const { t, refreshRules } = context;
  const hours = groupHours(refreshRules, vehicle.labels.group);
  const { last } = reading;
  const reason = reasonOf(reading);
  const freshness = useFreshness(last ? momentOf(last).iso : null, hours);
  if (!last) {
    const missing = reason ?? 'never';
    return (
      <span className={styles.missing}>
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
    <>
      <span className={styles.value} data-age={freshness}>
        {show(last.value)}
      </span>
      {freshness === 'stale' && !isAllOld && <span className={styles.old}>{t('age.old')}</span>}
      {reason && (
        <>
          <ReasonIcon reason={reason} />
          <span className={shared.hidden}>{t(`reason.short.${reason}`)}</span>
        </>
      )}
    </>
  );
}
