import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program in the background that ends with us at the latest. */
export interface Daemon {
  readonly process: ChildProcess;
  /** Ends it and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

export function startDaemon(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Daemon {
  const child = spawn(command, args, options);
  const exit = once(child, 'exit');
  // Whoever waits for its first line hears of a program that is missing; here it only must not crash.
  exit.catch(() => undefined);
  const kill = () => child.kill();
  process.on('exit', kill);
  return {
    process: child,
    stop: async () => {
      process.off('exit', kill);
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      kill();
      await exit;
    },
  };
}

const FIRST_LINE_LIMIT_MS = 15_000;

/** The first thing that a daemon says, by which it tells that it is ready. */
export async function firstLine({ process: child }: Daemon): Promise<string> {
  if (!child.stdout) throw new Error('The output of this daemon is not read');
  const signal = AbortSignal.timeout(FIRST_LINE_LIMIT_MS);
  const failed = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${child.spawnfile} ended with exit code ${code} before it was ready`);
  });
  const [line] = await Promise.race([once(child.stdout, 'data', { signal }), failed]);
  return String(line).trim();
}
