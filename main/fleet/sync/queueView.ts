import type { Budget } from '../../../contract/budget.ts';
import type { HeldVehicles, QueueEntry, QueueState } from '../../../contract/queue.ts';
import type { Hold } from '../../../contract/vehicles.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';
import type { BudgetMeter } from './callMeter.ts';
import type { Clock } from './clock.ts';
import { remainingMs } from './estimate.ts';
import { budgetState, type Limits } from './limits.ts';
import { type Entry, requestsFor, type Wait } from './queueEntry.ts';
import type { ReadQueue } from './readQueue.ts';

/** What a car is taken to need before the first one has answered. */
const FIRST_GUESS_MS = 3_000;

/** How much the newest read counts in the mean. */
const NEWEST_SHARE = 0.2;

export interface QueueViewOptions {
  readonly queue: ReadQueue;
  readonly facts: ReadonlyMap<string, VehicleFacts>;
  readonly running: ReadonlySet<string>;
  readonly limits: Limits;
  readonly meter: BudgetMeter;
  readonly budget: () => Budget;
  readonly concurrency: number;
  readonly clock: Clock;
  readonly paused: () => { readonly isPaused: boolean; readonly groups: readonly string[] };
  /** Milliseconds before anything may start, for want of a network. */
  readonly blockedMs: () => number;
}

/** The queue as people see it: how much is done, what waits for what, and when it will be over. */
export interface QueueView {
  state(): QueueState;
  list(limit: number): readonly QueueEntry[];
  /** So many were added. */
  began(count: number): void;
  /** So many were read, given up or cancelled. */
  finished(count: number): void;
  /** A read took so long. */
  took(ms: number): void;
  reset(): void;
  /** Milliseconds until something may change by itself, `most` at most. */
  nextLookMs(most: number): number;
}

interface Sorted {
  readonly ready: readonly VehicleFacts[];
  readonly waits: readonly Wait[];
}

export function createQueueView(options: QueueViewOptions): QueueView {
  const { queue, facts, running, limits, meter, budget, concurrency, clock } = options;
  let done = 0;
  let total = 0;
  let meanMs: number | null = null;

  const iso = (time: number) => new Date(time).toISOString();

  function waitOf(entry: Entry): Wait | null {
    const known = facts.get(entry.vehicleId);
    return known ? limits.waitOf(entry, known) : null;
  }

  function sorted(): Sorted {
    const ready: VehicleFacts[] = [];
    const waits: Wait[] = [];
    for (const entry of queue.entries.values()) {
      const known = facts.get(entry.vehicleId);
      if (!known || running.has(entry.vehicleId)) continue;
      const wait = limits.waitOf(entry, known);
      if (wait) waits.push(wait);
      else ready.push(known);
    }
    return { ready, waits };
  }

  /** Milliseconds until the next request may be made for what is ready. */
  function readyInMs({ ready }: Sorted): number {
    const needed = running.size + Math.min(...ready.map(requestsFor));
    return Math.max(options.blockedMs(), meter.waitFor(needed));
  }

  function heldByCause(waits: readonly Wait[]): HeldVehicles[] {
    const byCause = new Map<Hold['cause'], { count: number; next: number }>();
    for (const { cause, until } of waits) {
      if (cause === 'paused' || until === null) continue;
      const known = byCause.get(cause);
      const next = Math.min(known?.next ?? until, until);
      byCause.set(cause, { count: (known?.count ?? 0) + 1, next });
    }
    return [...byCause].map(([cause, { count, next }]) => ({ cause, count, nextAt: iso(next) }));
  }

  function finishesIn(all: Sorted): number | null {
    const { isPaused } = options.paused();
    if (isPaused || running.size + all.ready.length + all.waits.length === 0) return null;
    const ends = all.waits.flatMap(({ until }) => (until === null ? [] : [until]));
    return remainingMs({
      running: running.size,
      ready: all.ready.length,
      requests: running.size + all.ready.reduce((sum, known) => sum + requestsFor(known), 0),
      calls: meter.left(),
      refillPerMinute: budget().refillPerMinute,
      blockedMs: options.blockedMs(),
      readMs: meanMs ?? FIRST_GUESS_MS,
      concurrency,
      lastHoldMs: ends.length === 0 ? null : Math.max(...ends) - clock.now(),
    });
  }

  function nextAt(all: Sorted): string | null {
    if (running.size > 0 || options.paused().isPaused) return null;
    const times = all.waits.flatMap(({ until }) => (until === null ? [] : [until]));
    if (all.ready.length > 0) {
      const wait = readyInMs(all);
      if (wait <= 0) return null;
      times.push(clock.now() + wait);
    }
    return times.length === 0 ? null : iso(Math.min(...times));
  }

  function state(): QueueState {
    const all = sorted();
    const remaining = finishesIn(all);
    const { isPaused, groups } = options.paused();
    return {
      running: running.size,
      waiting: all.ready.length + all.waits.length,
      done,
      total,
      finishesAt: remaining === null ? null : iso(clock.now() + remaining),
      nextAt: nextAt(all),
      paused: isPaused,
      pausedGroups: groups,
      held: heldByCause(all.waits),
      budget: budgetState(facts.values(), budget(), meter, limits.plan(), clock.now()),
    };
  }

  return {
    state,

    list: (limit) =>
      queue
        .inOrder(facts)
        .toSorted((one, other) => rank(running, one) - rank(running, other))
        .slice(0, limit)
        .map((entry) => {
          const wait = running.has(entry.vehicleId) ? null : waitOf(entry);
          return {
            vehicleId: entry.vehicleId,
            askedBy: entry.askedBy,
            askedAt: iso(entry.askedAt),
            running: running.has(entry.vehicleId),
            notBefore: wait?.until == null ? null : iso(wait.until),
            cause: wait?.cause ?? null,
          };
        }),

    began(count) {
      if (done >= total) {
        done = 0;
        total = 0;
      }
      total += count;
    },
    finished(count) {
      done = Math.min(total, done + count);
    },
    took(ms) {
      meanMs = meanMs === null ? ms : meanMs + (ms - meanMs) * NEWEST_SHARE;
    },
    reset() {
      done = 0;
      total = 0;
    },

    nextLookMs(most) {
      const all = sorted();
      const now = clock.now();
      const ends = all.waits.flatMap(({ until }) => (until === null ? [] : [until - now]));
      const ready = all.ready.length > 0 && running.size === 0 ? [readyInMs(all)] : [];
      return Math.min(most, ...ends, ...ready);
    },
  };
}

/** Those being read come first. */
function rank(running: ReadonlySet<string>, { vehicleId }: Entry): number {
  return running.has(vehicleId) ? 0 : 1;
}
