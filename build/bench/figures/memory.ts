import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../figure.ts';
import type { Candidate, Machine } from '../firstPaint.ts';
import { memoryKind, memoryOfFamily } from '../processMemory.ts';
import { prepareBareWindow, prepareFleet } from '../profiles.ts';
import { median } from '../statistics.ts';

const VEHICLES = 10_000;
const RUNS = 5;
const MB = 1e6;

/** Long enough for everything to be loaded and for what that took to be given back. */
const AT_REST_MS = 15_000;
const END_LIMIT_MS = 10_000;

/** All processes of an app that was started and left alone. */
async function measureAtRest(
  { app, profile }: Candidate,
  { executable, args, env }: Machine,
): Promise<number> {
  const child = spawn(executable, [...args, `--user-data-dir=${profile}`, app], {
    env,
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  try {
    await delay(AT_REST_MS);
    return await memoryOfFamily(child.pid ?? 0);
  } finally {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    await exit;
    clearTimeout(killer);
  }
}

/** The memory of all processes together, with the window as it is after the start. */
export const memory: Figure<'memory.ratio' | 'memory.app' | 'memory.bare'> = {
  name: 'memory',
  targets: {
    'memory.ratio': {
      what: "All processes' memory, 10,000 vehicles, over an empty window",
      unit: 'ratio',
      aim: 1.5,
    },
    'memory.app': { what: "All processes' memory", unit: 'MB', aim: null },
    'memory.bare': { what: "All processes' memory of an empty window", unit: 'MB', aim: null },
  },
  async measure({ folder, machine, report }) {
    const app = await prepareFleet(folder, VEHICLES);
    const bare = await prepareBareWindow(folder, machine);
    // The first start compiles; later ones find it done.
    await measureAtRest(app, machine);
    const runs: { app: number[]; bare: number[] } = { app: [], bare: [] };
    for (let run = 0; run < RUNS; run += 1) {
      runs.bare.push((await measureAtRest(bare, machine)) / MB);
      runs.app.push((await measureAtRest(app, machine)) / MB);
    }
    report.line(`  memory as ${memoryKind().toUpperCase()}, the sum over all processes`);
    return {
      'memory.ratio': { value: median(runs.app) / median(runs.bare), runs: [] },
      'memory.app': { value: median(runs.app), runs: runs.app },
      'memory.bare': { value: median(runs.bare), runs: runs.bare },
    };
  },
};
