import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import * as z from 'zod';
import { Secret } from '../secret.ts';

/** How long the sandbox may take until it serves. */
const START_LIMIT_MS = 20_000;

const readySchema = z.object({
  origins: z.object({ connect: z.url(), auth: z.url(), api: z.url() }),
  clientId: z.string(),
  clientSecret: z.string().transform((value) => new Secret(value)),
  redirectUris: z.array(z.string()).min(1),
});
export type SandboxReady = z.infer<typeof readySchema>;

export interface SandboxProcess {
  /** Starts the sandbox unless it runs, and answers what an application needs to know of it. */
  ready(): Promise<SandboxReady>;
  stop(): void;
}

export interface SandboxProcessOptions {
  /** The sandbox's bundled entry. */
  readonly entry: string;
  /** Where it remembers, as hashes, the tokens it gave, so that they outlive a restart. */
  readonly folder: string;
  readonly args: readonly string[];
}

/** Runs the local stand-in for Smartcar in a process of its own, on loopback. */
export function createSandboxProcess(options: SandboxProcessOptions): SandboxProcess {
  let child: Electron.UtilityProcess | null = null;
  let starting: Promise<SandboxReady> | null = null;

  function start(): Promise<SandboxReady> {
    const { promise, resolve, reject } = Promise.withResolvers<SandboxReady>();
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const state = join(options.folder, 'state.json');
    // Its one line of output carries the client secret: it is piped here and goes nowhere else.
    const started = utilityProcess.fork(
      options.entry,
      ['--port', '0', '--state', state, ...options.args],
      { stdio: 'pipe', serviceName: 'Motorpool sandbox' },
    );
    child = started;
    const limit = setTimeout(() => reject(new Error('The sandbox did not start')), START_LIMIT_MS);
    started.stderr?.resume();
    let output = '';
    started.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const end = output.indexOf('\n');
      if (end === -1) return;
      try {
        resolve(readySchema.parse(JSON.parse(output.slice(0, end))));
      } catch {
        reject(new Error('The sandbox answered something unexpected'));
      }
    });
    started.once('exit', () => {
      reject(new Error('The sandbox ended'));
      if (child === started) {
        child = null;
        starting = null;
      }
    });
    promise.catch(() => started.kill()).finally(() => clearTimeout(limit));
    return promise;
  }

  return {
    ready() {
      starting ??= start();
      return starting;
    },
    stop() {
      child?.kill();
    },
  };
}
