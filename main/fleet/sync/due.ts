import type { Budget } from '../../../contract/budget.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';

const HOUR_MS = 60 * 60_000;

export interface DueContext {
  readonly budget: Budget;
  readonly now: number;
  readonly isQueued: (vehicleId: string) => boolean;
  /** Milliseconds since a read was last tried in this run; `null` where none was. */
  readonly triedMsAgo: (vehicleId: string) => number | null;
}

/** Vehicles that have grown stale by the rule of the settings, and can be read. */
export function dueVehicles(facts: Iterable<VehicleFacts>, context: DueContext): string[] {
  const { budget, now, isQueued, triedMsAgo } = context;
  if (budget.refreshEveryHours === null) return [];
  const interval = budget.refreshEveryHours * HOUR_MS;
  // What failed is not tried again at once, although its values stay old.
  const pause = Math.min(interval, HOUR_MS);
  const due: string[] = [];
  for (const { id, access, paused, refreshedAt } of facts) {
    if (access !== 'ok' || paused || isQueued(id)) continue;
    // Far in the future is as good as never: the clock was ahead then.
    const isOld = refreshedAt === null || Math.abs(now - refreshedAt) >= interval;
    if (isOld && (triedMsAgo(id) ?? pause) >= pause) due.push(id);
  }
  return due;
}
