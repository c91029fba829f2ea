import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

interface MovableClock {
  sleep(ms: number): void;
  pass(ms: number): void;
}

/** For the start of the app: its main process then has a clock that can be put forward. */
export const movableClock = { preload: join(import.meta.dirname, 'clock/preload.cjs') } as const;

async function move(app: ElectronApplication, how: keyof MovableClock, ms: number): Promise<void> {
  await app.evaluate(
    (_electron, [name, by]) => {
      const { motorpoolClock } = globalThis as unknown as { motorpoolClock: MovableClock };
      motorpoolClock[name](by);
    },
    [how, ms] as const,
  );
}

/** Lets time pass in the main process; timers of ten seconds and more go off. */
export function passTime(app: ElectronApplication, ms: number): Promise<void> {
  return move(app, 'pass', ms);
}

/** Lets the machine sleep: afterwards it is later, and timers are late. */
export function sleepMachine(app: ElectronApplication, ms: number): Promise<void> {
  return move(app, 'sleep', ms);
}
