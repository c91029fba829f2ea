import { groupHours } from '../../../contract/refreshRules.ts';
import { formatCount } from '../../format/amount.ts';
import { shortTime } from '../../format/time.ts';
import { useFreshness } from '../../readings/freshness.ts';
import { newestMoment } from '../../readings/newest.ts';
import { ReasonIcon } from '../../readings/ReasonIcon.tsx';
import { useTimed } from '../../state/clock.ts';
import { useAgeText } from '../../ui/useAge.ts';
import type { CellProps } from '../columns/column.ts';
import { callsLeft, grantedOf, problemText } from '../columns/facts.ts';
import { lastProblem } from '../vehicleState.ts';
import styles from './cells.module.css';

/** The age of the newest value: how long ago this car was last known. */
export function AgeCell({ vehicle, context: { t, refreshRules } }: CellProps) {
  const moment = newestMoment(vehicle);
  const iso = moment?.iso ?? null;
  const age = useAgeText(iso);
  const freshness = useFreshness(iso, groupHours(refreshRules, vehicle.labels.group));
  if (!moment) return <span className={styles.never}>{t('reason.short.never')}</span>;
  return (
    <>
      <span className={styles.age} data-age={freshness}>
        {moment.byCar ? age : t('age.fetched', { age })}
      </span>
      {freshness === 'stale' && <span className={styles.oldMark}>{t('age.old')}</span>}
    </>
  );
}

/** Of the permissions that were asked for, how many were given. */
export function PermissionsCell({ vehicle, context: { t } }: CellProps) {
  const given = grantedOf(vehicle);
  if (given === null) return <span className={styles.never}>{t('reason.short.never')}</span>;
  return given.asked === null
    ? formatCount(given.granted)
    : t('permissions.ofAsked', { granted: given.granted, asked: given.asked });
}

/** What is left of the month's calls of this vehicle. */
export function CallsLeftCell({ vehicle, context: { callLimit, t } }: CellProps) {
  const left = useTimed((now) => callsLeft(vehicle, callLimit, now) ?? '');
  return left === '' ? (
    <span className={styles.never}>{t('calls.noLimit')}</span>
  ) : (
    formatCount(Number(left))
  );
}

/** The newest thing that went wrong, with Smartcar's code. */
export function LastErrorCell({ vehicle, context: { t } }: CellProps) {
  const problem = lastProblem(vehicle);
  return (
    problem && (
      <>
        <ReasonIcon reason={problem.reason} />
        <span className={styles.text}>{problemText(problem, t)}</span>
      </>
    )
  );
}

/** A moment, with its date where it is not today. */
function Moment({ iso }: { readonly iso: string }) {
  return useTimed((now) => shortTime(iso, now));
}

export function ConnectedAtCell({ vehicle }: CellProps) {
  return <Moment iso={vehicle.connectedAt} />;
}

export function RefreshedAtCell({ vehicle: { refreshedAt }, context: { t } }: CellProps) {
  if (refreshedAt === null) return <span className={styles.never}>{t('reason.short.never')}</span>;
  return <Moment iso={refreshedAt} />;
}
