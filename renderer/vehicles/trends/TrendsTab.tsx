import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendKind } from '../../../contract/trends.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { formatCount } from '../../format/amount.ts';
import { energyKinds } from '../../readings/energy.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import shared from '../../ui/shared.module.css';
import { TrendSection } from './TrendSection.tsx';
import styles from './TrendsTab.module.css';
import { TREND_DAYS, type TrendDays, useTrends } from './useTrends.ts';

interface TrendsProps {
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
}

function Charts({ days, ...rest }: TrendsProps & { readonly days: TrendDays }) {
  const { t } = useTranslation();
  const { vehicle } = rest;
  const { shown, hasFailed } = useTrends(vehicle, days);
  if (hasFailed) return <Failure text={t('trends.failed')} />;
  if (!shown) return null;
  // A car whose battery gave way to fuel in between keeps both courses.
  const energy = (['battery', 'fuel'] as const).filter(
    (kind) =>
      energyKinds(vehicle.readings).includes(kind) ||
      (shown.trends[kind]?.readings.length ?? 0) > 0,
  );
  const kinds: readonly TrendKind[] = ['odometer', ...energy, 'tires', 'engineOil'];
  return kinds.map((kind) => <TrendSection key={kind} kind={kind} shown={shown} {...rest} />);
}

/** How the values of a car went over the last days, each as a chart and as a table. */
export default function TrendsTab(props: TrendsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [days, setDays] = useState<TrendDays>('30');
  return (
    <div className={styles.trends}>
      <span id={id} className={shared.hidden}>
        {t('trends.range')}
      </span>
      <Segmented
        labelledBy={id}
        value={days}
        segments={TREND_DAYS.map((value) => ({
          value,
          label: t('trends.days', { count: Number(value), value: formatCount(Number(value)) }),
          testId: `trend-days-${value}`,
        }))}
        onChoose={setDays}
      />
      <Charts key={props.vehicle.id} days={days} {...props} />
    </div>
  );
}
