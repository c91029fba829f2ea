import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Errand } from './orders.ts';

const PROCESS = fileURLToPath(new URL('process.ts', import.meta.url));

/** Processes that are loaded before they are needed: this many at a time. */
const AHEAD = 2;

interface Started {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly lines: () => string[];
  readonly ready: Promise<void>;
}

function start(cache: string): Started {
  const child = spawn(process.execPath, [PROCESS], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let output = '';
  let errors = '';
  const ready = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.startsWith('ready\n')) ready.resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.once('exit', (code) => {
    if (code !== null && code !== 0) ready.reject(new Error(errors));
  });
  // Only whole lines: the last one may have been cut by the kill.
  return { child, lines: () => output.split('\n').slice(1, -1), ready: ready.promise };
}

/** Starts processes, gives each its errand, and kills it. */
export interface Killer {
  /** Kills `afterMs` after the orders were given; answers the lines that the process told until then. */
  run(errand: Errand, folder: string, afterMs: number): Promise<string[]>;
  /** Ends those that were started ahead. */
  close(): Promise<void>;
}

export function createKiller(cache: string): Killer {
  const ahead = Array.from({ length: AHEAD }, () => start(cache));

  async function end({ child }: Started): Promise<void> {
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  return {
    async run(errand, folder, afterMs) {
      const started = ahead.shift() ?? start(cache);
      ahead.push(start(cache));
      await started.ready;
      started.child.stdin.write(`${JSON.stringify([errand, folder])}\n`);
      await setTimeout(afterMs);
      await end(started);
      return started.lines();
    },
    close: async () => void (await Promise.all(ahead.map(end))),
  };
}
