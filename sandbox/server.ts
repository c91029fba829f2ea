import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { createFaults } from './admin/faults.ts';
import { createRequestLog } from './admin/request-log.ts';
import { ADMIN_PATH } from './admin/routes.ts';
import { createLimits } from './api/limits.ts';
import { createApp } from './app.ts';
import { applicationOf } from './application.ts';
import { createSessions } from './connect/sessions.ts';
import type { Context, Origins } from './context.ts';
import { createClock } from './core/clock.ts';
import { openStore } from './core/store.ts';
import { type SandboxOptions, settle } from './options.ts';

/** A running sandbox. */
export type Sandbox = {
  origins: Origins;
  clientId: string;
  clientSecret: string;
  /** The first is the default. */
  redirectUris: readonly string[];
  /** Password of the management API. */
  managementToken: string;
  /** URL of the admin route. */
  admin: string;
  /** Ends it: connections are cut, the state is on disk. */
  close: () => Promise<void>;
};

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/**
 * Starts a sandbox. Rejects with RangeError for an option out of range, and with Node's error
 * (`EADDRINUSE`, …) when it cannot listen or read its state file.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = settle(options);
  const warn = settings.warn ?? ((message: string) => process.stderr.write(`${message}\n`));
  const random = settings.random ?? ((count: number) => randomBytes(count));
  const source = settings.now ?? Date.now;
  const { seed, state: file } = settings;
  const store = openStore({ file, seed, warn, now: source });
  const clock = createClock(source, store.state.clockOffset);
  const closing = new AbortController();
  const application = applicationOf(seed, settings.redirectUris);
  const origins: Origins = { connect: '', auth: '', api: '' };
  const ctx: Context = {
    settings: { ...settings, warn },
    application,
    origins,
    clock,
    random,
    store,
    faults: createFaults(seed, settings.faults),
    limits: createLimits({ settings, clock, store }),
    log: createRequestLog(),
    sessions: createSessions(clock, random),
    wait: async (ms) => {
      if (ms > 0) await sleep(ms, undefined, { signal: closing.signal });
    },
  };
  const app = createApp(ctx);
  // The global Request and Response stay Node's own: the app may share this process.
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const { port } = await listen(server, settings.port, settings.host);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const origin = `http://${host}:${port}`;
  Object.assign(origins, { connect: origin, auth: origin, api: origin });
  let closed: Promise<void> | undefined;
  return {
    origins,
    clientId: application.clientId,
    clientSecret: application.clientSecret,
    redirectUris: application.redirectUris,
    managementToken: application.managementToken,
    admin: `${origin}${ADMIN_PATH}`,
    close: () => {
      closed ??= new Promise<void>((resolve) => {
        closing.abort();
        server.close(() => resolve());
        // Keep-alive connections would hold the port for as long as their clients like.
        server.closeAllConnections();
      }).then(() => store.flush());
      return closed;
    },
  };
}
