import type { GoodReading, ReadingValues } from '../../../contract/readings.ts';
import type { TrendKind, Trends } from '../../../contract/trends.ts';

/** In what the numbers of a chart are: kilometres, litres, kilopascals, or fractions from 0 to 1. */
export type Measure = 'km' | 'litres' | 'kpa' | 'fraction';

/** What each measure is measured in; a fraction has no unit. */
export const QUANTITY = { km: 'distance', litres: 'volume', kpa: 'pressure' } as const;

/** What a line of a chart is of; `value` where it is the only one. */
export type TrendPart = keyof ReadingValues['tires'] | 'value';

/** One value of a chart: what its table and its cursor tell. */
export interface TrendPoint {
  /** Milliseconds since the epoch. */
  readonly moment: number;
  /** Whether the car vouches for the moment, or only the fetch. */
  readonly isMeasured: boolean;
  /** One number per part. */
  readonly numbers: readonly number[];
}

/** The course of one kind, ready to draw. */
export interface Trend {
  readonly kind: TrendKind;
  readonly measure: Measure;
  readonly parts: readonly TrendPart[];
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** How many values there are; more than `points` where some are left out of the drawing. */
  readonly total: number;
}

const ONE: readonly TrendPart[] = ['value'];
const TIRES = ['frontLeftKpa', 'frontRightKpa', 'backLeftKpa', 'backRightKpa'] as const;

type Shape<V> = Pick<Trend, 'measure' | 'parts'> & {
  /** `null` where the car left out what the chart is about. */
  readonly numbers: (value: V) => readonly number[] | null;
};

function pointsOf<V>(
  readings: readonly (Omit<GoodReading, 'value'> & { readonly value: V })[],
  numbers: Shape<V>['numbers'],
): readonly TrendPoint[] {
  return readings.flatMap(({ value, measuredAt, fetchedAt }) => {
    const found = numbers(value);
    if (!found) return [];
    const moment = Date.parse(measuredAt ?? fetchedAt);
    return [{ moment, isMeasured: measuredAt !== null, numbers: found }];
  });
}

const one = (number: number | null) => (number === null ? null : [number]);

type Energy = ReadingValues['battery'] & Partial<ReadingValues['fuel']>;

/** The level where the car tells it, else litres, else the range: whatever comes first in any value. */
function energyShape(values: readonly Energy[]): Shape<Energy> {
  if (values.some(({ fraction }) => fraction !== null)) {
    return { measure: 'fraction', parts: ONE, numbers: ({ fraction }) => one(fraction) };
  }
  if (values.some(({ amountLitres = null }) => amountLitres !== null)) {
    const numbers = ({ amountLitres = null }: Energy) => one(amountLitres);
    return { measure: 'litres', parts: ONE, numbers };
  }
  if (values.some(({ rangeKm }) => rangeKm !== null)) {
    return { measure: 'km', parts: ONE, numbers: ({ rangeKm }) => one(rangeKm) };
  }
  return { measure: 'fraction', parts: ONE, numbers: () => null };
}

/** One kind of a vehicle's history as a chart takes it. */
export function trendOf(kind: TrendKind, given: Trends): Trend {
  const total = given[kind]?.total ?? 0;
  const made = <V>(
    { measure, parts, numbers }: Shape<V>,
    readings: Parameters<typeof pointsOf<V>>[0] = [],
  ): Trend => ({ kind, measure, parts, points: pointsOf(readings, numbers), total });
  switch (kind) {
    case 'odometer': {
      const numbers = ({ distanceKm }: ReadingValues['odometer']) => [distanceKm];
      return made({ measure: 'km', parts: ONE, numbers }, given.odometer?.readings);
    }
    case 'battery':
    case 'fuel': {
      const readings = given[kind]?.readings ?? [];
      return made(energyShape(readings.map(({ value }) => value)), readings);
    }
    case 'tires': {
      const numbers = (value: ReadingValues['tires']) => TIRES.map((part) => value[part]);
      return made({ measure: 'kpa', parts: TIRES, numbers }, given.tires?.readings);
    }
    case 'engineOil': {
      const numbers = (value: ReadingValues['engineOil']) => [value.lifeRemaining];
      return made({ measure: 'fraction', parts: ONE, numbers }, given.engineOil?.readings);
    }
  }
}
