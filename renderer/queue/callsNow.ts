import type { BudgetState } from '../../contract/budget.ts';

const MINUTE_MS = 60_000;

type Bucket = Pick<
  BudgetState,
  'at' | 'capacity' | 'refillPerMinute' | 'calls' | 'nextAt' | 'throttled'
>;

/**
 * Whole requests that can be made at `now` (milliseconds since the epoch): nobody tells of a bucket that
 * only fills up, so that is worked out from when it was last told.
 */
export function callsNow(bucket: Bucket, now: number): number {
  const { calls, capacity, refillPerMinute, nextAt, throttled } = bucket;
  if (throttled && nextAt !== null && now < Date.parse(nextAt)) return 0;
  const gained = Math.floor(((now - Date.parse(bucket.at)) / MINUTE_MS) * refillPerMinute);
  return Math.min(capacity, calls + Math.max(0, gained));
}
