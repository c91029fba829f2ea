import { type Budget, DEFAULT_BUDGET } from '../../contract/budget.ts';
import { READING_KINDS } from '../../contract/readings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MONTH_MS = 30 * 24 * HOUR_MS;

/** A read takes one call of the bucket, but of the month's calls one for each value. */
export const CALLS_PER_READ = READING_KINDS.length;

/** Rules that the settings offer, in hours. */
export const EVERY_HOURS: readonly number[] = [1, 2, 4, 6, 12, 24, 7 * 24];

/** Parts of the bucket that can be left to people. */
export const RESERVES: readonly number[] = [0, 0.1, 0.2, 0.3, 0.5];

/** Those offered, and the one in use where it is another. */
export function offered(choices: readonly number[], current: number | null): readonly number[] {
  if (current === null || choices.includes(current)) return choices;
  return [...choices, current].toSorted((one, other) => one - other);
}

/** The limits that Smartcar sets unless something else was agreed on with it. */
export function withDefaultLimits(budget: Budget): Budget {
  const { capacity, refillPerMinute } = DEFAULT_BUDGET;
  return { ...budget, capacity, refillPerMinute };
}

export function hasDefaultLimits({ capacity, refillPerMinute }: Budget): boolean {
  return capacity === DEFAULT_BUDGET.capacity && refillPerMinute === DEFAULT_BUDGET.refillPerMinute;
}

/** How often vehicles can be read at most. */
export interface Pace {
  readonly ms: number;
  /** What it is that allows no more. */
  readonly by: 'bucket' | 'month';
}

/** How often each of so many vehicles can be read at most, when all take turns. */
export function paceOf(
  budget: Pick<Budget, 'refillPerMinute' | 'callsPerVehiclePerMonth'>,
  vehicles: number,
): Pace {
  const byBucket = (vehicles / budget.refillPerMinute) * MINUTE_MS;
  const { callsPerVehiclePerMonth: limit } = budget;
  const byMonth = limit === null ? 0 : (MONTH_MS * CALLS_PER_READ) / limit;
  return byMonth > byBucket ? { ms: byMonth, by: 'month' } : { ms: byBucket, by: 'bucket' };
}

/** Whether the rule asks for more reads than this pace allows. */
export function isTooOften(everyHours: number | null, { ms }: Pace): boolean {
  return everyHours !== null && everyHours * HOUR_MS < ms;
}

/** What a number field may hold. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** A number as people type it; `null` for what is none or out of range. */
export function numberTyped(text: string, { least, most, isWhole }: NumberRange): number | null {
  const trimmed = text.trim().replace(',', '.');
  const form = isWhole ? /^\d+$/ : /^\d+(\.\d+)?$/;
  if (!form.test(trimmed)) return null;
  const number = Number(trimmed);
  return number >= least && number <= most ? number : null;
}
