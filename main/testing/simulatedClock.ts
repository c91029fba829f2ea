import type { Clock } from '../fleet/sync/clock.ts';

/** Time that passes as fast as everything that waits for it allows. */
export interface SimulatedClock extends Clock {
  /** Lives through the next timer, once all that can go on without it has. `false` where none is left. */
  step(): Promise<boolean>;
  /** The computer sleeps: time passes and no timer is called. */
  sleep(ms: number): void;
  /** Somebody sets the computer's clock forward or back. */
  setClock(byMs: number): void;
  /** The computer starts anew after being off: its uptime begins at nothing, and no timer is left. */
  reboot(offMs: number): void;
  /** The program is killed: none of its timers is called any more. */
  kill(): void;
  /** The true time at the beginning, in milliseconds since the epoch. */
  readonly start: number;
  /** Milliseconds that have truly passed since then. */
  elapsed(): number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export function createSimulatedClock(start: number): SimulatedClock {
  let elapsed = 0;
  let bootedAt = 0;
  let offset = 0;
  let timers: Timer[] = [];
  return {
    start,
    now: () => start + elapsed + offset,
    uptime: () => elapsed - bootedAt,
    elapsed: () => elapsed,
    after(ms, callback) {
      // Real timers take a millisecond at least, too.
      const timer = { at: elapsed + Math.max(1, ms), callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async step() {
      await new Promise((resolve) => setImmediate(resolve));
      let first: Timer | null = null;
      for (const timer of timers) if (!first || timer.at < first.at) first = timer;
      if (!first) return false;
      timers = timers.filter((other) => other !== first);
      elapsed = Math.max(elapsed, first.at);
      first.callback();
      return true;
    },
    sleep(ms) {
      elapsed += ms;
    },
    setClock(byMs) {
      offset += byMs;
    },
    kill() {
      timers = [];
    },
    reboot(offMs) {
      timers = [];
      elapsed += offMs;
      bootedAt = elapsed;
    },
  };
}
