import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createToken } from '../backend/staff/tokenFile.ts';
import { type Daemon, firstLine, startDaemon } from '../build/daemon.ts';
import { projectNode, root } from '../build/setup/paths.mjs';
import { freePorts } from './ports.ts';
import type { OwnSandbox } from './sandbox.ts';

export interface BackendOptions {
  /** Where the backend looks for Smartcar, in place of the sandbox. */
  readonly smartcarOrigin?: string;
  readonly mode?: 'live' | 'test' | 'simulated';
  /** In place of all that the sandbox has registered. */
  readonly redirectUris?: readonly string[];
  /** More variables of the backend's. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The reference backend as a process, with one staff token. */
export interface RunningBackend {
  readonly address: string;
  readonly staffToken: string;
  /** Its request log so far. */
  log(): string;
  stop(): Promise<void>;
  /** Starts it again at the same address, after `stop`. */
  start(): Promise<void>;
  /** Takes the staff token's line out of the file; the backend sees it within two seconds. */
  revokeStaffToken(): void;
  /** Puts a new staff token into the file instead, and answers it once the backend accepts it. */
  replaceStaffToken(): Promise<string>;
  /** Ends it, and its files go. */
  remove(): Promise<void>;
}

/** Starts `backend/main.ts` in front of a sandbox, which it takes for Smartcar. */
export async function startBackend(
  sandbox: OwnSandbox,
  options: BackendOptions = {},
): Promise<RunningBackend> {
  const folder = mkdtempSync(join(tmpdir(), 'motorpool-backend-'));
  const secretFile = join(folder, 'secret.txt');
  const tokensFile = join(folder, 'staff.txt');
  const { token, line } = await createToken('anna');
  writeFileSync(secretFile, sandbox.clientSecret);
  writeFileSync(tokensFile, `${line}\n`);
  const [port] = await freePorts(1);
  const smartcar = options.smartcarOrigin ?? sandbox.origin;
  // Only what is given, so that no variable of the machine slips in.
  const env = {
    SMARTCAR_CLIENT_ID: sandbox.clientId,
    SMARTCAR_CLIENT_SECRET_FILE: secretFile,
    SMARTCAR_REDIRECT_URIS: (options.redirectUris ?? sandbox.redirectUris).join(' '),
    SMARTCAR_MODE: options.mode ?? 'simulated',
    SMARTCAR_AUTH_ORIGIN: smartcar,
    SMARTCAR_API_ORIGIN: smartcar,
    STAFF_TOKENS_FILE: tokensFile,
    PORT: String(port),
    ...options.env,
  };
  let daemon: Daemon;
  let log = '';

  async function start(): Promise<void> {
    daemon = startDaemon(projectNode, [join(root, 'backend/main.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await firstLine(daemon);
    daemon.process.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString('utf8');
    });
  }

  const address = `http://127.0.0.1:${port}`;

  async function replaceStaffToken(): Promise<string> {
    const fresh = await createToken('bert');
    writeFileSync(tokensFile, `${fresh.line}\n`);
    const headers = { authorization: `Bearer ${fresh.token}` };
    await expect
      .poll(async () => (await fetch(`${address}/v1/application`, { headers })).status)
      .toBe(200);
    return fresh.token;
  }

  await start();
  return {
    address,
    staffToken: token,
    log: () => log,
    start,
    stop: () => daemon.stop(),
    replaceStaffToken,
    revokeStaffToken: () => writeFileSync(tokensFile, '# nobody\n'),
    remove: async () => {
      await daemon.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
