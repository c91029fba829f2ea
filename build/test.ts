import { availableParallelism } from 'node:os';
import { buildApp } from './buildApp.ts';
import { type Counts, inWords, isGood, NONE, sum } from './checks/counts.ts';
import { type Job, LINT, TYPE_CHECKS, UNIT_TESTS } from './checks/jobs.ts';
import { runJob, runJobs, stopJobs } from './checks/runJob.ts';
import { runEndToEnd } from './endToEnd.ts';
import { runMain } from './main.ts';
import { ensureElectron, runtimeEnvironment } from './runtime/electron.ts';
import { createReport, type Report, SetupError } from './setup/report.mjs';

async function runBuild(report: Report): Promise<Counts> {
  try {
    await buildApp(report);
    return { ...NONE, passed: 1 };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    report.line(`✗ build\n${error.message}`);
    return { ...NONE, failed: 1 };
  }
}

await runMain(async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopJobs);
  const report = createReport(process.stdout);
  const runtime = await ensureElectron(report);
  report.line(`Testing on Electron ${runtime.version}, Node ${process.versions.node}.`);
  const env = { ...process.env, ...runtimeEnvironment(runtime), FORCE_COLOR: '0' };

  const build = await runBuild(report);
  const jobs: readonly Job[] = [UNIT_TESTS, ...TYPE_CHECKS, LINT];
  const checks = await runJobs(jobs, availableParallelism(), (job) => runJob(job, env, report));
  // Alone on the machine, since it measures waiting; and only what was built can be tested.
  let endToEnd: Counts = { ...NONE, failed: 1 };
  if (build.failed === 0) endToEnd = await runEndToEnd(report, env);
  else report.line('✗ end-to-end tests: not run, because there is no build');

  const counts = sum([build, ...checks, endToEnd]);
  report.line(inWords(counts));
  return isGood(counts) ? 0 : 1;
});
