import type { QueueState } from '../../contract/queue.ts';
import type { Reach } from '../../contract/vehicles.ts';

/**
 * How the reads go, as one thing to say. `idle`: nothing waits. `paused`: a person stopped it.
 * `noSecret`: nothing can be read before a secret is entered.
 * `offline`: it waits for the network. `held`: all that waits must not be asked before `nextAt`.
 * `waiting`: no call can be made before `nextAt`. `running`: it goes on.
 */
export type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'paused' | 'offline' | 'noSecret'; readonly waiting: number }
  | { readonly kind: 'held'; readonly waiting: number; readonly nextAt: string }
  | {
      readonly kind: 'waiting';
      readonly done: number;
      readonly total: number;
      readonly nextAt: string;
      readonly finishesAt: string | null;
    }
  | {
      readonly kind: 'running';
      readonly done: number;
      readonly total: number;
      readonly finishesAt: string | null;
    };

/** Vehicles that are on hold, whatever the cause. */
export function heldCount({ held }: Pick<QueueState, 'held'>): number {
  return held.reduce((sum, { count }) => sum + count, 0);
}

/** When the first of the vehicles on hold may be asked (ISO 8601); `null` where none is on hold. */
export function firstHeldAt({ held }: Pick<QueueState, 'held'>): string | null {
  return held.map(({ nextAt }) => nextAt).toSorted()[0] ?? null;
}

export function progressOf(queue: QueueState, reach: Reach): Progress {
  const { running, waiting, done, total, paused, nextAt, finishesAt } = queue;
  if (running > 0) return { kind: 'running', done, total, finishesAt };
  if (!queue.hasSecret) return { kind: 'noSecret', waiting };
  if (paused) return { kind: 'paused', waiting };
  if (waiting === 0) return { kind: 'idle' };
  if (reach === 'offline') return { kind: 'offline', waiting };
  const heldAt = firstHeldAt(queue);
  if (heldAt !== null && heldCount(queue) >= waiting) {
    return { kind: 'held', waiting, nextAt: heldAt };
  }
  if (nextAt !== null) return { kind: 'waiting', done, total, nextAt, finishesAt };
  return { kind: 'running', done, total, finishesAt };
}
