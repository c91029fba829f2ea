import { useTimed } from '../state/clock.ts';

/** `fresh`: within the fleet's own rule. `older`: the rule is over. `stale`: long over, and called old. */
export type Freshness = 'fresh' | 'older' | 'stale';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** For fleets that are read only when a person asks. */
const HOURS_WITHOUT_RULE = 12;

function ruleOf(refreshEveryHours: number | null): number {
  return refreshEveryHours ?? HOURS_WITHOUT_RULE;
}

/**
 * The hours after which a value is called old: once it has missed its turn twice, and never before a
 * day is over; without a rule, after a day.
 */
function staleAfterHours(refreshEveryHours: number | null): number {
  return Math.max(2 * ruleOf(refreshEveryHours), DAY_HOURS);
}

/** How fresh a value of this moment (ISO 8601, or milliseconds since the epoch) is. */
export function freshnessOf(
  moment: string | number,
  refreshEveryHours: number | null,
  now: number,
): Freshness {
  const ms = typeof moment === 'number' ? moment : Date.parse(moment);
  const hours = (now - ms) / HOUR_MS;
  if (hours <= ruleOf(refreshEveryHours)) return 'fresh';
  return hours <= staleAfterHours(refreshEveryHours) ? 'older' : 'stale';
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
