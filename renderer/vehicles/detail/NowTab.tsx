import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { READING_KINDS } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { CommandButtons } from './CommandButtons.tsx';
import { MissingValues } from './MissingValues.tsx';
import { ReadingCard } from './ReadingCard.tsx';
import styles from './VehicleDetail.module.css';

interface NowTabProps {
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
}

/** What can be done to the car, and every value with its age and what is missing. */
export function NowTab({ vehicle, isRefreshing }: NowTabProps) {
  const { t } = useTranslation();
  const valuesId = useId();
  return (
    <>
      <CommandButtons vehicle={vehicle} />
      <section aria-labelledby={valuesId}>
        <h3 id={valuesId} className={styles.section}>
          {t('detail.values')}
        </h3>
        <MissingValues vehicle={vehicle} />
        <ul className={styles.cards}>
          {READING_KINDS.map((kind) => (
            <ReadingCard key={kind} kind={kind} vehicle={vehicle} isRefreshing={isRefreshing} />
          ))}
        </ul>
      </section>
    </>
  );
}
