import type { Budget } from '../../../contract/budget.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';

const HOUR_MS = 60 * 60_000;

export interface DueContext {
  readonly budget: Budget;
  readonly now: number;
  readonly isQueued: (vehicleId: string) => boolean;
  /** When a read was last tried in this run. */
  readonly triedAt: (vehicleId: string) => number | null;
}

/** Vehicles that have grown stale by the rule of the settings, and can be read. */
export function dueVehicles(facts: Iterable<VehicleFacts>, context: DueContext): string[] {
  const { budget, now } = context;
  if (budget.refreshEveryHours === null) return [];
  const old = now - budget.refreshEveryHours * HOUR_MS;
  // What failed is not tried again at once, although its values stay old.
  const tried = now - Math.min(budget.refreshEveryHours, 1) * HOUR_MS;
  const due: string[] = [];
  for (const { id, access, paused, refreshedAt } of facts) {
    if (access !== 'ok' || paused || context.isQueued(id)) continue;
    const isOld = refreshedAt === null || Date.parse(refreshedAt) <= old;
    if (isOld && (context.triedAt(id) ?? Number.NEGATIVE_INFINITY) <= tried) due.push(id);
  }
  return due;
}
