import type { Vehicle } from '../../contract/vehicles.ts';
import { freshnessOf } from '../readings/freshness.ts';

/**
 * Whether reading a vehicle can bring something new: nobody has asked it within the rule for it. The
 * car's time does not matter here, since a car that has nothing new stays old however often it is asked.
 */
export function isWorthReading(
  { refreshedAt, paused, access }: Pick<Vehicle, 'refreshedAt' | 'paused' | 'access'>,
  refreshEveryHours: number | null,
  now: number,
): boolean {
  if (paused || access !== 'ok') return false;
  return refreshedAt === null || freshnessOf(refreshedAt, refreshEveryHours, now) !== 'fresh';
}
