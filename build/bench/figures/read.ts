import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Figure, Measured } from '../figure.ts';
import { type Engine, startEngine } from '../read/engine.ts';
import { type SandboxFleet, startSandboxFleet } from '../read/sandboxFleet.ts';
import { loadSdk, readAllWithSdk } from '../read/sdk.ts';
import { median } from '../statistics.ts';

const VEHICLES = 200;
const LATENCY_MS = 100;
/** Some of the sandbox's cars sleep. */
const CONNECTED = 240;
/** As many as the app reads at the same time. */
const CONCURRENCY = 4;
/** Nobody can be faster: each answer takes that long, and so many are under way at once. */
const BOUND_MS = (LATENCY_MS * VEHICLES) / CONCURRENCY;
const RUNS = 7;

async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Both in turn, the first one of a pair changing, so that neither gains by its place. */
async function measurePairs(
  engine: Engine,
  sandbox: SandboxFleet,
  { report }: Bench,
): Promise<{ readonly ours: readonly number[]; readonly sdk: readonly number[] }> {
  const sdk = await loadSdk(sandbox);
  const { batches } = engine;
  const readers = {
    ours: () => engine.readAll(),
    sdk: () => readAllWithSdk(sdk, sandbox, { batches, concurrency: CONCURRENCY }),
  };
  const times: { ours: number[]; sdk: number[] } = { ours: [], sdk: [] };
  await readers.sdk();
  for (let run = 1; run <= RUNS; run += 1) {
    const order = run % 2 === 1 ? (['sdk', 'ours'] as const) : (['ours', 'sdk'] as const);
    for (const name of order) times[name].push(await timeOf(readers[name]));
    const [ours = Number.NaN, theirs = Number.NaN] = [times.ours.at(-1), times.sdk.at(-1)];
    report.line(
      `${String(run).padStart(3)}  SDK ${theirs.toFixed(0)} ms  Motorpool ${ours.toFixed(0)} ms`,
    );
  }
  return times;
}

function summary({
  ours,
  sdk,
}: {
  readonly ours: readonly number[];
  readonly sdk: readonly number[];
}): Record<'read.overBound' | 'read.overSdk' | 'read.ours' | 'read.sdk', Measured> {
  const ratios = ours.map((time, run) => time / (sdk[run] ?? Number.NaN));
  const overBound = ours.map((time) => time / BOUND_MS);
  return {
    'read.overBound': { value: median(overBound), runs: overBound },
    'read.overSdk': { value: median(ratios), runs: ratios },
    'read.ours': { value: median(ours), runs: ours },
    'read.sdk': { value: median(sdk), runs: sdk },
  };
}

/** A read of many vehicles, from the wish to the last reading in the local copy. */
export const read: Figure<'read.overBound' | 'read.overSdk' | 'read.ours' | 'read.sdk'> = {
  name: 'read',
  targets: {
    'read.overBound': {
      what: '200 vehicles read, over latency × batches ÷ concurrency',
      unit: 'ratio',
      aim: 1.2,
    },
    'read.overSdk': {
      what: "200 vehicles read, over the Node SDK's batch, paired",
      unit: 'ratio',
      aim: 1,
    },
    'read.ours': { what: '200 vehicles read by Motorpool', unit: 'ms', aim: null },
    'read.sdk': { what: '200 batches by the Node SDK', unit: 'ms', aim: null },
  },
  async measure(bench) {
    const sandbox = await startSandboxFleet(CONNECTED, LATENCY_MS);
    try {
      const engine = await startEngine(
        sandbox,
        await mkdtemp(join(bench.folder, 'read-')),
        VEHICLES,
      );
      try {
        return summary(await measurePairs(engine, sandbox, bench));
      } finally {
        await engine.close();
      }
    } finally {
      await sandbox.stop();
    }
  },
};
