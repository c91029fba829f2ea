import { buildApp } from './buildApp.ts';
import { inWords, isGood } from './checks/counts.ts';
import { stopJobs } from './checks/runJob.ts';
import { runEndToEnd } from './endToEnd.ts';
import { runMain } from './main.ts';
import { ensureElectron, runtimeEnvironment } from './runtime/electron.ts';
import { createReport } from './setup/report.mjs';

await runMain(async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopJobs);
  const report = createReport(process.stdout);
  const runtime = await ensureElectron(report);
  const env = { ...process.env, ...runtimeEnvironment(runtime), FORCE_COLOR: '0' };
  await buildApp(report);
  const counts = await runEndToEnd(report, env, process.argv.slice(2));
  report.line(inWords(counts));
  return isGood(counts) ? 0 : 1;
});
