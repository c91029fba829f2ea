import type { Counts } from './checks/counts.ts';
import { END_TO_END, type Job } from './checks/jobs.ts';
import { runJob } from './checks/runJob.ts';
import type { Report } from './setup/report.mjs';
import { startVirtualDesktop } from './virtualDesktop.ts';

/**
 * Runs the tests of the real app; `args` are Playwright's, for example the names of files. On Linux
 * they get a desktop and a keyring of their own, also where there is a real one.
 */
export async function runEndToEnd(
  report: Report,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Counts> {
  const job: Job = { ...END_TO_END, args: [...END_TO_END.args, ...args] };
  if (process.platform !== 'linux') return runJob(job, env, report);
  const desktop = await startVirtualDesktop('unlocked');
  try {
    return await runJob(job, { ...env, ...desktop.env }, report);
  } finally {
    await desktop.stop();
  }
}
