import { type Candidate, type Machine, measureFirstPaint, measureInCopy } from './firstPaint.ts';

const WARM_UPS = 2;

export interface StartTimes {
  readonly app: readonly number[];
  readonly bare: readonly number[];
}

/**
 * Milliseconds to first paint of the app and of a bare window, measured in turn, so that whatever else
 * the machine does falls on both.
 */
export async function measureStarts(
  { app, bare }: { readonly app: Candidate; readonly bare: Candidate },
  machine: Machine,
  { runs, onRun }: { readonly runs: number; readonly onRun: (line: string) => void },
): Promise<StartTimes> {
  // In the profiles themselves: Chromium keeps compiled scripts from the second start on.
  for (let run = 0; run < WARM_UPS; run += 1) {
    await measureFirstPaint(bare, machine);
    await measureFirstPaint(app, machine);
  }
  const times: { app: number[]; bare: number[] } = { app: [], bare: [] };
  for (let run = 1; run <= runs; run += 1) {
    const bareMs = await measureInCopy(bare, machine);
    const appMs = await measureInCopy(app, machine);
    times.bare.push(bareMs);
    times.app.push(appMs);
    onRun(
      `${String(run).padStart(3)}  bare ${bareMs.toFixed(0)} ms  Motorpool ${appMs.toFixed(0)} ms`,
    );
  }
  return times;
}
