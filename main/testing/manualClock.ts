import { vi } from 'vitest';
import type { Clock } from '../fleet/sync/clock.ts';

export interface ManualClock extends Clock {
  /** Lets time pass, and what falls due in it happen in its order. */
  advance(ms: number): void;
  /** Resolves when somebody waits so long. */
  awaited(ms: number): Promise<void>;
}

/** Time that passes only when a test says so. */
export function manualClock(start: number): ManualClock {
  let now = start;
  let timers: { readonly at: number; readonly ms: number; readonly callback: () => void }[] = [];

  return {
    now: () => now,
    uptime: () => now - start,
    after(ms, callback) {
      const timer = { at: now + ms, ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.toSorted((one, other) => one.at - other.at)[0];
        if (!next || next.at > end) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.callback();
      }
      now = end;
    },
    async awaited(ms) {
      await vi.waitFor(() => {
        if (!timers.some((timer) => timer.ms === ms)) throw new Error(`nobody waits ${ms} ms`);
      });
    },
  };
}
