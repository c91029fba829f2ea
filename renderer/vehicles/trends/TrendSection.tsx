import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendKind } from '../../../contract/trends.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { formatCount } from '../../format/amount.ts';
import { dayText } from '../../format/time.ts';
import { momentOf } from '../../readings/newest.ts';
import { useTimed } from '../../state/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { ReadingReason } from '../detail/ReadingReason.tsx';
import { LineNames } from './LineNames.tsx';
import { TrendChart } from './TrendChart.tsx';
import styles from './TrendsTab.module.css';
import { TrendTable } from './TrendTable.tsx';
import { type Trend, trendOf } from './trend.ts';
import { changeBetween, changeText } from './trendWords.ts';
import type { ShownTrends } from './useTrends.ts';

interface TrendSectionProps {
  readonly kind: TrendKind;
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
  readonly shown: ShownTrends;
}

/** The change from the first to the last value, where there is one line and more than one value. */
function Change({ trend: { points, measure, parts } }: { readonly trend: Trend }) {
  const { t } = useTranslation();
  const [from, to] = [points[0]?.numbers[0], points.at(-1)?.numbers[0]];
  if (parts.length > 1 || points.length < 2 || from === undefined || to === undefined) return null;
  return (
    <span className={styles.change}>
      {changeText(t, measure, changeBetween(measure, from, to))}
    </span>
  );
}

/** That there is nothing to draw, and what would change that. */
function Nothing({ kind, vehicle, shown, isRefreshing }: TrendSectionProps) {
  const { t } = useTranslation();
  const reading = vehicle.readings[kind];
  const { last } = reading;
  const hint = useTimed((now) =>
    last
      ? t('trends.lastOf', { day: dayText(momentOf(last).iso, now) })
      : t('trends.refreshToRead'),
  );
  // A value that never came has a reason, and there is nothing to add to it.
  const isMissing = !last && reading.problem !== null;
  return (
    <>
      {!isMissing && (
        <p className={styles.nothing}>
          {t('trends.nothing', {
            count: Number(shown.days),
            value: formatCount(Number(shown.days)),
          })}{' '}
          {hint}
        </p>
      )}
      {reading.problem && <ReadingReason reading={reading} isRefreshing={isRefreshing} />}
    </>
  );
}

/** One kind: its chart or the same as a table; where there is neither, why. */
export function TrendSection(props: TrendSectionProps) {
  const { kind, vehicle, isRefreshing, shown } = props;
  const { t } = useTranslation();
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  const trend = useMemo(() => trendOf(kind, shown.trends), [kind, shown]);
  const title = t(`trends.kind.${kind}`);
  const { points, total } = trend;
  // A car's clock may run ahead.
  const to = Math.max(shown.to, points.at(-1)?.moment ?? 0);
  return (
    <section aria-labelledby={id} className={styles.section} data-testid={`trend-${kind}`}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        <Change trend={trend} />
        {points.length > 0 && (
          <Button
            look="quiet"
            aria-pressed={isTable}
            aria-label={t('trends.asTable', { name: title })}
            data-testid={`trend-toggle-${kind}`}
            onClick={() => setIsTable(!isTable)}
          >
            {t('trends.table')}
          </Button>
        )}
      </div>
      {points.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          {isTable ? (
            <TrendTable trend={trend} title={title} />
          ) : (
            <>
              <TrendChart trend={trend} from={shown.from} to={to} />
              {trend.parts.length > 1 && <LineNames parts={trend.parts} />}
            </>
          )}
          {total > points.length && (
            <p className={styles.nothing}>
              {t('trends.thinned', {
                shown: formatCount(points.length),
                total: formatCount(total),
              })}
            </p>
          )}
          <ReadingReason reading={vehicle.readings[kind]} isRefreshing={isRefreshing} />
        </>
      )}
    </section>
  );
}
