import type { Budget } from '../../../contract/budget.ts';
import type { AskedBy, WaitCause } from '../../../contract/queue.ts';
import type { QueueRow, VehicleFacts } from '../localCopy/localCopy.ts';

/** A read that is still to be done. Times are milliseconds since the epoch. */
export interface Entry {
  readonly vehicleId: string;
  readonly askedBy: AskedBy;
  readonly askedAt: number;
  /** Failed tries so far. */
  readonly attempts: number;
  readonly notBefore: number | null;
}

export function rowOf(entry: Entry): QueueRow {
  const iso = (time: number) => new Date(time).toISOString();
  return {
    ...entry,
    askedAt: iso(entry.askedAt),
    notBefore: entry.notBefore === null ? null : iso(entry.notBefore),
  };
}

export function entryOf(row: QueueRow): Entry {
  return {
    ...row,
    askedAt: Date.parse(row.askedAt),
    notBefore: row.notBefore === null ? null : Date.parse(row.notBefore),
  };
}

/** Why a waiting vehicle cannot be asked now, and until when; `until` is `null` where nobody knows. */
export interface Wait {
  readonly cause: WaitCause | 'paused';
  readonly until: number | null;
}

/** The first read of a vehicle asks for its permissions as well. */
export function requestsFor({ refreshedAt }: VehicleFacts): number {
  return refreshedAt === null ? 2 : 1;
}

/** The calls of the bucket that are kept for people. */
export function reserveOf({ reserve, capacity }: Budget): number {
  return reserve * capacity;
}

/** How many calls must be there for a read to start. */
export function callsToStart({ askedBy }: Entry, facts: VehicleFacts, budget: Budget): number {
  return requestsFor(facts) + (askedBy === 'person' ? 0 : reserveOf(budget));
}

/**
 * Which of two is read first: what a person asked for, in the order of asking, then the stalest. With
 * however small a budget, the stalest has its turn in the end.
 */
export function comesFirst(
  one: Entry,
  oneFacts: VehicleFacts,
  other: Entry,
  otherFacts: VehicleFacts,
): boolean {
  if (one.askedBy !== other.askedBy) return one.askedBy === 'person';
  if (one.askedBy === 'person' && one.askedAt !== other.askedAt) return one.askedAt < other.askedAt;
  return (oneFacts.refreshedAt ?? 0) < (otherFacts.refreshedAt ?? 0);
}
