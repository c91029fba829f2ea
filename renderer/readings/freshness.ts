import { useTimed } from '../state/clock.ts';

/** `fresh`: within the fleet's own rule. `older`: the rule is over. `stale`: long over, and called old. */
export type Freshness = 'fresh' | 'older' | 'stale';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** For fleets that are read only when a person asks. */
const HOURS_WITHOUT_RULE = 12;

/**
 * How fresh a value of this moment (ISO 8601) is. Old is what has missed its turn twice, and never what
 * is less than a day old; without a rule, what is older than a day.
 */
export function freshnessOf(iso: string, refreshEveryHours: number | null, now: number): Freshness {
  const rule = refreshEveryHours ?? HOURS_WITHOUT_RULE;
  const hours = (now - Date.parse(iso)) / HOUR_MS;
  if (hours <= rule) return 'fresh';
  return hours <= Math.max(2 * rule, DAY_HOURS) ? 'older' : 'stale';
}

/** The same, kept true as time passes; `null` where there is no moment. */
export function useFreshness(
  iso: string | null,
  refreshEveryHours: number | null,
): Freshness | null {
  const freshness = useTimed((now) =>
    iso === null ? '' : freshnessOf(iso, refreshEveryHours, now),
  );
  return freshness || null;
}
