import { useTranslation } from 'react-i18next';
import type { ReadingKind } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { momentOf } from '../../readings/newest.ts';
import { timesText } from '../../readings/provenance.ts';
import { type Reason, reasonOf } from '../../readings/reason.ts';
import { AgeText } from '../../ui/AgeText.tsx';
import { useIsOld } from '../../ui/useAge.ts';
import styles from './ReadingCard.module.css';
import { ReadingReason } from './ReadingReason.tsx';
import { ReadingValue } from './ReadingValue.tsx';
import { Source } from './Source.tsx';

interface ReadingCardProps {
  readonly kind: ReadingKind;
  readonly vehicle: Pick<Vehicle, 'readings' | 'refreshedAt'>;
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
  const old = useIsOld(moment?.iso ?? null);
  return (
    <li
      className={styles.card}
      data-testid={`reading-${kind}`}
      data-wide={isWide(kind, reasonOf(reading)) || undefined}
      data-old={old || undefined}
    >
      <div className={styles.head}>
        <h4 className={styles.title}>{t(`reading.${kind}`)}</h4>
        {last && moment && <AgeText moment={moment} title={() => timesText(t, last)} />}
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
