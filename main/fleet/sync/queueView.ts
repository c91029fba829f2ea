import type { Budget } from '../../../contract/budget.ts';
import type { QueueEntry, QueueState } from '../../../contract/queue.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';
import type { BudgetMeter } from './callMeter.ts';
import type { Clock } from './clock.ts';
import { remainingMs } from './estimate.ts';
import { budgetState, type Limits } from './limits.ts';
import { callsToStart, type Entry, reserveOf } from './queueEntry.ts';
import type { ReadQueue } from './readQueue.ts';
import { type Survey, surveyQueue } from './survey.ts';

/** What a car is taken to need before the first one has answered. */
const FIRST_GUESS_MS = 3_000;

/** How much the newest read counts in the mean. */
const NEWEST_SHARE = 0.2;

export interface QueueViewOptions {
  readonly queue: ReadQueue;
  readonly facts: ReadonlyMap<string, VehicleFacts>;
  readonly running: ReadonlyMap<string, number>;
  /** Requests that those being read still make. */
  readonly spokenFor: () => number;
  readonly limits: Limits;
  readonly meter: BudgetMeter;
  readonly budget: () => Budget;
  readonly concurrency: number;
  readonly clock: Clock;
  readonly paused: () => {
    readonly isPaused: boolean;
    readonly groups: readonly string[];
    readonly hasSecret: boolean;
  };
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

export function createQueueView(options: QueueViewOptions): QueueView {
  const { queue, facts, running, limits, meter, budget, concurrency, clock } = options;
  let done = 0;
  let total = 0;
  let meanMs: number | null = null;

  const iso = (time: number) => new Date(time).toISOString();

  /** Nothing will start, however long one waits. */
  function isStopped(): boolean {
    const { isPaused, hasSecret } = options.paused();
    return isPaused || !hasSecret;
  }

  /** Milliseconds until the one whose turn it is may start. */
  function readyInMs({ first }: Survey): number {
    const calls = first ? callsToStart(first.entry, first.facts, budget()) : 0;
    return Math.max(options.blockedMs(), meter.waitFor(options.spokenFor() + calls));
  }

  function finishesIn(survey: Survey): number | null {
    const { ready, waiting, requests, lastEnd, hasScheduled } = survey;
    if (isStopped() || running.size + ready + waiting === 0) return null;
    return remainingMs({
      running: running.size,
      ready,
      requests: options.spokenFor() + requests,
      calls: meter.left() - (hasScheduled ? reserveOf(budget()) : 0),
      refillPerMinute: budget().refillPerMinute,
      blockedMs: options.blockedMs(),
      readMs: meanMs ?? FIRST_GUESS_MS,
      concurrency,
      lastHoldMs: lastEnd === null ? null : lastEnd - clock.now(),
    });
  }

  function nextAt(survey: Survey): string | null {
    if (running.size > 0 || isStopped()) return null;
    const { ready, firstEnd } = survey;
    if (ready === 0) return firstEnd === null ? null : iso(firstEnd);
    const wait = readyInMs(survey);
    if (wait <= 0) return null;
    const readyAt = clock.now() + wait;
    return iso(Math.min(firstEnd ?? readyAt, readyAt));
  }

  function state(): QueueState {
    const survey = surveyQueue(options);
    const remaining = finishesIn(survey);
    const { isPaused, groups, hasSecret } = options.paused();
    return {
      running: running.size,
      waiting: survey.ready + survey.waiting,
      done,
      total,
      finishesAt: remaining === null ? null : iso(clock.now() + remaining),
      nextAt: nextAt(survey),
      paused: isPaused,
      hasSecret,
      pausedGroups: groups,
      held: [...survey.held].map(([cause, { count, next }]) => ({
        cause,
        count,
        nextAt: iso(next),
      })),
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
          const known = facts.get(entry.vehicleId);
          const isWaiting = known && !running.has(entry.vehicleId);
          const wait = isWaiting ? limits.waitOf(entry, known) : null;
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
      const survey = surveyQueue(options);
      const { ready, firstEnd } = survey;
      const held = firstEnd === null ? most : firstEnd - clock.now();
      const next = ready > 0 && running.size === 0 ? readyInMs(survey) : most;
      return Math.min(most, held, next);
    },
  };
}

/** Those being read come first. */
function rank(running: ReadonlyMap<string, number>, { vehicleId }: Entry): number {
  return running.has(vehicleId) ? 0 : 1;
}
