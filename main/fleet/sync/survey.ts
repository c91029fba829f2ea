import type { WaitCause } from '../../../contract/queue.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';
import type { Limits } from './limits.ts';
import { comesFirst, type Entry, requestsFor } from './queueEntry.ts';
import type { ReadQueue } from './readQueue.ts';

/** What the queue looks like right now. Times are milliseconds since the epoch. */
export interface Survey {
  /** Vehicles that wait for nothing but their turn, and the requests that these will make. */
  readonly ready: number;
  readonly requests: number;
  /** The one among them whose turn it is. */
  readonly first: { readonly entry: Entry; readonly facts: VehicleFacts } | null;
  /** Whether some of them were asked for by nobody, and so leave the reserve alone. */
  readonly hasScheduled: boolean;
  /** All other vehicles that are not being read. */
  readonly waiting: number;
  /** Those of them that wait for a time, by what they wait for. */
  readonly held: ReadonlyMap<WaitCause, HeldUntil>;
  /** When the first and the last of these times have come; `null` where there is none. */
  readonly firstEnd: number | null;
  readonly lastEnd: number | null;
}

export interface HeldUntil {
  readonly count: number;
  readonly next: number;
}

export interface SurveyOptions {
  readonly queue: Pick<ReadQueue, 'entries'>;
  readonly facts: ReadonlyMap<string, VehicleFacts>;
  readonly running: ReadonlyMap<string, number>;
  readonly limits: Pick<Limits, 'waitOf'>;
}

/** Goes through the queue once. */
export function surveyQueue({ queue, facts, running, limits }: SurveyOptions): Survey {
  const held = new Map<WaitCause, HeldUntil>();
  let ready = 0;
  let requests = 0;
  let first: Survey['first'] = null;
  let hasScheduled = false;
  let waiting = 0;
  let firstEnd: number | null = null;
  let lastEnd: number | null = null;
  for (const entry of queue.entries.values()) {
    const known = facts.get(entry.vehicleId);
    if (!known || running.has(entry.vehicleId)) continue;
    const wait = limits.waitOf(entry, known);
    if (!wait) {
      ready += 1;
      requests += requestsFor(known);
      hasScheduled ||= entry.askedBy === 'schedule';
      if (!first || comesFirst(entry, known, first.entry, first.facts)) {
        first = { entry, facts: known };
      }
      continue;
    }
    waiting += 1;
    const { cause, until } = wait;
    if (cause === 'paused' || until === null) continue;
    const others = held.get(cause);
    const next = Math.min(others?.next ?? until, until);
    held.set(cause, { count: (others?.count ?? 0) + 1, next });
    firstEnd = Math.min(firstEnd ?? until, until);
    lastEnd = Math.max(lastEnd ?? until, until);
  }
  return { ready, requests, first, hasScheduled, waiting, held, firstEnd, lastEnd };
}
