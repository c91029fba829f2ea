import type { QueueState } from '../../../contract/queue.ts';

/** A queue in which nothing waits, and that has calls to spare, as it was `at` (ISO 8601). */
export function idleQueue(at = '2026-11-24T14:00:00.000Z'): QueueState {
  return {
    running: 0,
    waiting: 0,
    done: 0,
    total: 0,
    finishesAt: null,
    nextAt: null,
    paused: false,
    hasSecret: true,
    pausedGroups: [],
    held: [],
    budget: {
      at,
      capacity: 120,
      refillPerMinute: 2,
      calls: 120,
      nextAt: null,
      fullAt: null,
      throttled: false,
      month: { limitPerVehicle: null, calls: 0, usedUp: 0, resetsAt: '2026-12-01T00:00:00.000Z' },
      plan: null,
    },
  };
}
