import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { projectNode, root } from '../setup/paths.mjs';
import { type Report, seconds } from '../setup/report.mjs';
import { type Counts, inWords } from './counts.ts';
import { countsOf, type Job } from './jobs.ts';

const running = new Set<ChildProcess>();
let stopped = false;

/** Ends the jobs that run and lets no other begin; they count as failed. */
export function stopJobs(signal: NodeJS.Signals): void {
  stopped = true;
  for (const child of running) child.kill(signal);
}

/** Runs a command and answers its whole output, both streams in the order they came. */
async function collect(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(projectNode, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    const [code] = await once(child, 'close');
    return { exitCode: typeof code === 'number' ? code : 1, output: Buffer.concat(chunks) };
  } finally {
    running.delete(child);
  }
}

/** Runs a job; one line on success, all that it said on failure. */
export async function runJob(
  job: Job,
  env: NodeJS.ProcessEnv,
  report: Pick<Report, 'line'>,
): Promise<Counts> {
  if (stopped) return countsOf(job, 1);
  // An old report must not be taken for this run's.
  if (job.report) rmSync(job.report.file, { force: true });
  const start = performance.now();
  const { exitCode, output } = await collect(job.args, env);
  const counts = countsOf(job, exitCode);
  const time = seconds(performance.now() - start);
  const details = job.report ? `: ${inWords(counts)}` : '';
  report.line(`${counts.failed === 0 ? '✓' : '✗'} ${job.name}${details} (${time})`);
  if (counts.failed > 0) report.line(output.toString('utf8').trimEnd());
  return counts;
}

/** Runs jobs side by side, as many as there are cores. */
export async function runJobs(
  jobs: readonly Job[],
  cores: number,
  run: (job: Job) => Promise<Counts>,
): Promise<Counts[]> {
  const queue = [...jobs];
  const results: Counts[] = [];
  const worker = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) results.push(await run(job));
  };
  await Promise.all(Array.from({ length: cores }, worker));
  return results;
}
