import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SandboxProcess } from '../../../backend/testing/sandbox.ts';
import type { KeyringSession } from '../../../build/keyring.ts';
import type { Found, Line, Orders, Step } from './orders.ts';

const PROCESS = fileURLToPath(new URL('process.ts', import.meta.url));

export interface Run {
  /** How the connections were found after the start. */
  readonly found: Readonly<Record<string, Found>>;
  /** Where it ended itself; `null` where somebody else did, or nobody. */
  readonly killedAt: Step | null;
  readonly wasKilled: boolean;
  /** What it went through to its end. */
  readonly steps: readonly Step[];
}

export type Errand = Pick<Orders, 'work'> &
  Partial<Pick<Orders, 'killAt' | 'codes'>> & {
    /** Kills from outside, so many milliseconds after the work has begun. */
    readonly killAfterMs?: number;
  };

/** One machine's connections, for one process after the other. */
export interface Connections {
  /** Connects so many cars, and answers their names. */
  connect(count: number): Promise<void>;
  run(errand: Errand): Promise<Run>;
}

export interface ConnectionsOptions {
  readonly sandbox: SandboxProcess;
  readonly keyring: KeyringSession;
  /** Name of the entries in the keychain; every run of one name finds what the former left. */
  readonly service: string;
}

const REDIRECT_URI = 'http://localhost:53682/callback';

function linesOf(output: string): Line[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

export function createConnections(options: ConnectionsOptions): Connections {
  const { sandbox, keyring, service } = options;
  const { origin, clientId, clientSecret } = sandbox;
  // Hundreds of starts, and all but the first need not compile; gone with the session's folder.
  const cache = join(keyring.env.XDG_RUNTIME_DIR ?? '', 'compile-cache');
  let connections: string[] = [];

  async function run({ work, killAt = null, codes = {}, killAfterMs }: Errand): Promise<Run> {
    const orders: Orders = {
      sandbox: { origin, clientId, clientSecret },
      service,
      connections,
      codes,
      redirectUri: REDIRECT_URI,
      work,
      killAt,
    };
    const child = spawn(process.execPath, [PROCESS], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...keyring.env, NODE_COMPILE_CACHE: cache },
    });
    let output = '';
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.stdout.setEncoding('utf8').on('data', async (text: string) => {
      output += text;
      if (killAfterMs === undefined || !text.includes('"working"')) return;
      await setTimeout(killAfterMs);
      child.kill('SIGKILL');
    });
    child.stdin.end(JSON.stringify(orders));
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    const lines = linesOf(output);
    const found = lines.find((line) => line.event === 'found');
    if ((code !== 0 && signal !== 'SIGKILL') || !found) {
      throw new Error(`ended with ${code ?? signal}: ${errors}`);
    }
    return {
      found: found.connections,
      killedAt: lines.find((line) => line.event === 'killing')?.step ?? null,
      wasKilled: signal === 'SIGKILL',
      steps: lines.find((line) => line.event === 'done')?.steps ?? [],
    };
  }

  return {
    run,
    async connect(count) {
      connections = Array.from({ length: count }, (_, index) => `car-${index}`);
      const codes: Record<string, string> = {};
      for (const id of connections) codes[id] = await sandbox.connect(REDIRECT_URI);
      await run({ work: 'none', codes });
    },
  };
}
