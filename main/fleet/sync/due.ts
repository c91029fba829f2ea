import type { VehicleFacts } from '../localCopy/localCopy.ts';
import type { Rules } from './rules.ts';

export interface DueContext {
  readonly rules: Rules;
  readonly now: number;
  readonly isQueued: (vehicleId: string) => boolean;
  /** Milliseconds since a read was last tried in this run; `null` where none was. */
  readonly triedMsAgo: (vehicleId: string) => number | null;
}

/** Vehicles that have grown stale by the rules of the settings, and can be read. */
export function dueVehicles(facts: Iterable<VehicleFacts>, context: DueContext): string[] {
  const { rules, now, isQueued, triedMsAgo } = context;
  const due: string[] = [];
  for (const { id, access, paused, refreshedAt, group } of facts) {
    if (access !== 'ok' || paused || isQueued(id)) continue;
    if (!rules.isDue(group, refreshedAt, now)) continue;
    const pause = rules.pauseMs(group);
    if ((triedMsAgo(id) ?? pause) >= pause) due.push(id);
  }
  return due;
}
