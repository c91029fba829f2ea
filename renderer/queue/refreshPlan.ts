import type { QueueState } from '../../contract/queue.ts';
import { callsNow } from './callsNow.ts';

const MINUTE_MS = 60_000;

/** What a refresh longer than this asks before it begins. */
const ASK_FROM_MS = 10 * MINUTE_MS;

/** What it takes to read some vehicles. */
export interface RefreshPlan {
  readonly vehicles: number;
  /** Requests that can be made at once, of those that it takes. */
  readonly calls: number;
  /** How long it takes, what is before it in the queue included. */
  readonly ms: number;
  readonly asksFirst: boolean;
}

/**
 * What it takes to read so many of a fleet's vehicles, with one request each. What waits already comes
 * first and may be among them, so together they are never more than the fleet.
 */
export function refreshPlan(
  vehicles: number,
  fleet: number,
  { waiting, budget }: Pick<QueueState, 'waiting' | 'budget'>,
  now: number,
): RefreshPlan {
  const calls = callsNow(budget, now);
  const reads = Math.min(Math.max(fleet, vehicles), vehicles + waiting);
  const lacking = Math.max(0, reads - calls);
  const ms = (lacking / budget.refillPerMinute) * MINUTE_MS;
  return { vehicles, calls: Math.min(vehicles, calls), ms, asksFirst: ms > ASK_FROM_MS };
}
