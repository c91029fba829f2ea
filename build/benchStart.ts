import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './bench/firstPaint.ts';
import { prepareBareWindow, prepareMotorpool } from './bench/profiles.ts';
import { measureStarts } from './bench/startPairs.ts';
import { type Summary, summarize } from './bench/statistics.ts';
import { withMachine } from './bench/withMachine.ts';
import { runMain } from './main.ts';
import { out } from './setup/paths.mjs';
import { createReport, type Report } from './setup/report.mjs';

const RUNS = 15;
/** How much longer than a bare window the first of a few vehicles may take. */
const AIM = 1.25;

const inWords = ({ median, min, max }: Summary) =>
  `median ${median.toFixed(0)} ms (${min.toFixed(0)} to ${max.toFixed(0)})`;

async function bench(report: Report, machine: Machine): Promise<void> {
  const profiles = await mkdtemp(join(tmpdir(), 'motorpool-profiles-'));
  try {
    const app = await prepareMotorpool(profiles, machine);
    const bare = await prepareBareWindow(profiles, machine);
    const runs = await measureStarts({ app, bare }, machine, { runs: RUNS, onRun: report.line });
    const appSummary = summarize(runs.app);
    const bareSummary = summarize(runs.bare);
    const ratio = appSummary.median / bareSummary.median;
    const ok = ratio <= AIM;
    report.line(`\nBare window, first text:   ${inWords(bareSummary)}`);
    report.line(`Motorpool, first vehicle:  ${inWords(appSummary)}`);
    report.line(`Ratio of the medians:      ${ratio.toFixed(2)} (aim: ${AIM} or less)`);
    const times = { unit: 'ms', aim: null, ok: null };
    const results = [
      { name: 'start.bare', value: bareSummary.median, ...times, runs: runs.bare },
      { name: 'start.firstVehicle', value: appSummary.median, ...times, runs: runs.app },
      { name: 'start.ratio', value: ratio, unit: 'ratio', aim: AIM, ok, runs: [] },
    ];
    await writeFile(join(out, 'bench-start.json'), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await rm(profiles, { recursive: true, force: true });
  }
}

await runMain(async () => {
  const report = createReport(process.stdout);
  await withMachine(report, (machine) => bench(report, machine));
  return 0;
});
