import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Candidate,
  type Machine,
  measureFirstPaint,
  measureInCopy,
} from './bench/firstPaint.ts';
import { prepareBareWindow, prepareMotorpool } from './bench/profiles.ts';
import { type Summary, summarize } from './bench/statistics.ts';
import { buildApp } from './buildApp.ts';
import { runMain } from './main.ts';
import { ensureElectron, rootArguments, runtimeEnvironment } from './runtime/electron.ts';
import { out } from './setup/paths.mjs';
import { createReport, type Report } from './setup/report.mjs';
import { startVirtualDesktop } from './virtualDesktop.ts';

const WARM_UPS = 2;
const RUNS = 15;
/** How much longer than a bare window the first vehicle may take. */
const AIM = 1.25;

/** Measures both in turn, so that whatever else the machine does falls on both. */
async function measurePairs(report: Report, app: Candidate, bare: Candidate, machine: Machine) {
  // In the profiles themselves: Chromium keeps compiled scripts from the second start on.
  for (let run = 0; run < WARM_UPS; run += 1) {
    await measureFirstPaint(bare, machine);
    await measureFirstPaint(app, machine);
  }
  const runs = { app: [] as number[], bare: [] as number[] };
  for (let run = 1; run <= RUNS; run += 1) {
    const bareMs = await measureInCopy(bare, machine);
    const appMs = await measureInCopy(app, machine);
    runs.bare.push(bareMs);
    runs.app.push(appMs);
    report.line(
      `${String(run).padStart(3)}  bare ${bareMs.toFixed(0)} ms  Motorpool ${appMs.toFixed(0)} ms`,
    );
  }
  return runs;
}

const inWords = ({ median, min, max }: Summary) =>
  `median ${median.toFixed(0)} ms (${min.toFixed(0)} to ${max.toFixed(0)})`;

async function bench(report: Report, machine: Machine): Promise<void> {
  const profiles = await mkdtemp(join(tmpdir(), 'motorpool-profiles-'));
  try {
    const app = await prepareMotorpool(profiles, machine);
    const bare = await prepareBareWindow(profiles, machine);
    const runs = await measurePairs(report, app, bare, machine);
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
  const runtime = await ensureElectron(report);
  await buildApp(report);
  const desktop = process.platform === 'linux' ? await startVirtualDesktop('unlocked') : null;
  try {
    await bench(report, {
      executable: runtime.executable,
      args: rootArguments(report),
      env: { ...process.env, ...runtimeEnvironment(runtime), ...desktop?.env },
    });
    return 0;
  } finally {
    await desktop?.stop();
  }
});
