import { availableParallelism } from 'node:os';
import { inWords, isGood, sum } from './checks/counts.ts';
import { TYPE_CHECKS } from './checks/jobs.ts';
import { runJob, runJobs } from './checks/runJob.ts';
import { createReport } from './setup/report.mjs';

const report = createReport(process.stdout);
const counts = sum(
  await runJobs(TYPE_CHECKS, availableParallelism(), (job) => runJob(job, process.env, report)),
);
report.line(inWords(counts));
process.exitCode = isGood(counts) ? 0 : 1;
