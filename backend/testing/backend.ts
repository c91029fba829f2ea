import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../config.ts';
import { logLine } from '../requestLog.ts';
import { type Backend, type Surroundings, startBackend } from '../server.ts';
import type { SandboxProcess } from './sandbox.ts';

/** An empty folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motorpool-backend-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Ask = (method: string, path: string, init?: RequestInit) => Promise<Answer>;

/** Asks a backend; `token` null sends no authorization header. */
export function asker(url: string, token: string | null): Ask {
  return async (method, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(`${url}${path}`, { ...init, method, headers });
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  };
}

/** A JSON body with its header. */
export const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

export interface TestBackend extends Backend {
  readonly staffTokensFile: string;
  /** All lines of the request log so far. */
  readonly log: () => string;
  readonly warnings: () => readonly string[];
  /** Moves the backend's clock forward. */
  readonly advance: (ms: number) => void;
}

/** Starts a backend in front of the sandbox, with a standing clock, and stops it after the test. */
export async function startTestBackend(
  sandbox: SandboxProcess,
  tokenLines: readonly string[],
  changes: Partial<Config & Pick<Surroundings, 'fetch' | 'smartcarTimeoutMs'>> = {},
): Promise<TestBackend> {
  const staffTokensFile = join(await temporaryFolder(), 'staff.txt');
  await writeFile(staffTokensFile, `${tokenLines.join('\n')}\n`);
  let now = Date.parse('2026-05-12T08:00:00.000Z');
  const lines: string[] = [];
  const warnings: string[] = [];
  const { smartcarTimeoutMs, fetch: smartcarFetch = fetch, ...configChanges } = changes;
  const config: Config = {
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    redirectUris: sandbox.redirectUris,
    mode: 'simulated',
    authOrigin: sandbox.origin,
    apiOrigin: sandbox.origin,
    staffTokensFile,
    host: '127.0.0.1',
    port: 0,
    rateLimitPerMinute: 1000,
    clientAddressHeader: undefined,
    ...configChanges,
  };
  const backend = await startBackend(config, {
    fetch: smartcarFetch,
    now: () => now,
    log: (entry) => lines.push(logLine(entry)),
    warn: (message) => warnings.push(message),
    ...(smartcarTimeoutMs !== undefined && { smartcarTimeoutMs }),
  });
  onTestFinished(() => backend.stop());
  return {
    ...backend,
    staffTokensFile,
    log: () => lines.join('\n'),
    warnings: () => warnings,
    advance: (ms) => {
      now += ms;
    },
  };
}
