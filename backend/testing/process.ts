import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program under test. */
export interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly exit: Promise<number | null>;
  /** The first line of stdout; rejects with what stderr says when the program ends before. */
  readonly firstLine: () => Promise<string>;
}

/** Starts a Node program. The environment is only what is given, so that no variable slips in. */
export function run(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Run {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Windows needs its own to open sockets.
    env: { ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const ended = exit.then((code) => {
    throw new Error(`ended with ${code}: ${err}`);
  });
  ended.catch(() => undefined);
  const firstLine = async () => {
    while (!out.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended]);
    return out.slice(0, out.indexOf('\n'));
  };
  return { child, out: () => out, err: () => err, exit, firstLine };
}
