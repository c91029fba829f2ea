import type { GoodReading, ReadingValues } from './readings.ts';

/** The kinds whose course over time is shown. */
export const TREND_KINDS = ['odometer', 'battery', 'fuel', 'tires', 'engineOil'] as const;
export type TrendKind = (typeof TREND_KINDS)[number];

/** The course of one kind, oldest first; fewer values than there are where those are too many to draw. */
export interface TrendHistory<K extends TrendKind = TrendKind> {
  readonly readings: readonly GoodReading<K>[];
  /** How many values there are. */
  readonly total: number;
}

/** The histories that were asked for. */
export type Trends = { readonly [K in TrendKind]?: TrendHistory<K> };

/** The kinds that have a small line in the vehicle table. */
export const SMALL_LINE_KINDS = ['odometer', 'battery', 'fuel'] as const;
export type SmallLineKind = (typeof SMALL_LINE_KINDS)[number];

/** Moments (milliseconds since the epoch) and the number at each, oldest first. */
export type SmallLine = readonly (readonly [moment: number, value: number])[];

/** The small lines of one vehicle. */
export interface SmallLines {
  readonly vehicleId: string;
  readonly lines: Readonly<Record<SmallLineKind, SmallLine>>;
}

/**
 * The one number of a value that its course is mostly about: kilometres, a fraction, or the lowest of
 * four pressures. `null` where the car left it out.
 */
export function leadingNumber<K extends TrendKind>(
  kind: K,
  value: ReadingValues[K],
): number | null {
  const read: { readonly [T in TrendKind]: (value: ReadingValues[T]) => number | null } = {
    odometer: ({ distanceKm }) => distanceKm,
    battery: ({ fraction }) => fraction,
    fuel: ({ fraction }) => fraction,
    tires: ({ frontLeftKpa, frontRightKpa, backLeftKpa, backRightKpa }) =>
      Math.min(frontLeftKpa, frontRightKpa, backLeftKpa, backRightKpa),
    engineOil: ({ lifeRemaining }) => lifeRemaining,
  };
  return read[kind](value);
}
