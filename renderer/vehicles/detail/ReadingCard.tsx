import { useTranslation } from 'react-i18next';
import type { ReadingKind } from '../../../contract/readings.ts';
import { groupHours } from '../../../contract/refreshRules.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useFreshness } from '../../readings/freshness.ts';
import { momentOf } from '../../readings/newest.ts';
import { timesText } from '../../readings/provenance.ts';
import { type Reason, reasonOf } from '../../readings/reason.ts';
import { useStatus } from '../../state/cache.ts';
import { AgeText } from '../../ui/AgeText.tsx';
import styles from './ReadingCard.module.css';
import { ReadingReason } from './ReadingReason.tsx';
import { ReadingValue } from './ReadingValue.tsx';
import { Source } from './Source.tsx';

interface ReadingCardProps {
  readonly kind: ReadingKind;
  readonly vehicle: Pick<Vehicle, 'labels' | 'readings' | 'refreshedAt'>;
  readonly isRefreshing: boolean;
}

/** Four pressures and most reasons need the width of both columns. */
function isWide(kind: ReadingKind, reason: Reason | null): boolean {
  return kind === 'tires' || (reason !== null && reason !== 'car_cannot' && reason !== 'never');
}

/** One value with everything it holds, its age, and why there is no newer one. */
export function ReadingCard({ kind, vehicle, isRefreshing }: ReadingCardProps) {
  const { t } = useTranslation();
  const { readings, refreshedAt } = vehicle;
  const reading = readings[kind];
  const { last } = reading;
  const moment = last ? momentOf(last) : null;
  const hours = groupHours(useStatus().budget, vehicle.labels.group);
  const isOld = useFreshness(moment?.iso ?? null, hours) === 'stale';
  return (
    <li
      className={styles.card}
      data-testid={`reading-${kind}`}
      data-wide={isWide(kind, reasonOf(reading)) || undefined}
      data-old={isOld || undefined}
    >
      <div className={styles.head}>
        <h4 className={styles.title}>{t(`reading.${kind}`)}</h4>
        {last && moment && (
          <AgeText moment={moment} isOld={isOld} title={() => timesText(t, last)} />
        )}
      </div>
      <ReadingValue kind={kind} readings={readings} />
      {last && moment && (
        <Source
          fetchedAt={moment.byCar ? last.fetchedAt : null}
          askedAt={reading.problem?.at ?? refreshedAt}
        />
      )}
      <ReadingReason reading={reading} isRefreshing={isRefreshing} />
    </li>
  );
}
