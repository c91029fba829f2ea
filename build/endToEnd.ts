import type { Counts } from './checks/counts.ts';
import { END_TO_END, type Job } from './checks/jobs.ts';
import { runJob } from './checks/runJob.ts';
import type { Report } from './setup/report.mjs';

/** Runs the tests of the real app; `args` are Playwright's, for example the names of files. */
export function runEndToEnd(
  report: Report,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Counts> {
  const job: Job = { ...END_TO_END, args: [...END_TO_END.args, ...args] };
  return runJob(job, env, report);
}
