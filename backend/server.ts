import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import manifest from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { RequestLogEntry } from './requestLog.ts';
import { createCompatibilityApi } from './smartcar/compatibility.ts';
import { createTokenEndpoint } from './smartcar/tokenEndpoint.ts';
import { createAuthenticate } from './staff/authenticate.ts';
import { openRoll } from './staff/roll.ts';
import { createVerifier } from './staff/verifier.ts';

/** What the server takes from its surroundings. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (entry: RequestLogEntry) => void;
  readonly warn: (message: string) => void;
  /** In place of {@link SMARTCAR_TIMEOUT_MS}. */
  readonly smartcarTimeoutMs?: number;
}

/** A running backend. */
export interface Backend {
  readonly url: string;
  /** Takes no more requests, lets the running ones finish within ten seconds, then cuts them. */
  readonly stop: () => Promise<void>;
}

const STOP_GRACE_MS = 10_000;
/** Shorter than the grace, so that a stop does not cut an exchange whose code is already used. */
const SMARTCAR_TIMEOUT_MS = 9_000;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;

/**
 * Starts the server. Rejects with Node's error when it cannot listen or read the staff tokens file,
 * and with `TokenFileError` when that file is wrong.
 */
export async function startBackend(config: Config, around: Surroundings): Promise<Backend> {
  const { now, log, warn } = around;
  const smartcar = {
    ...config,
    fetch: around.fetch,
    timeoutMs: around.smartcarTimeoutMs ?? SMARTCAR_TIMEOUT_MS,
  };
  const currentRoll = await openRoll({ file: config.staffTokensFile, now, warn });
  let stopping: Promise<void> | undefined;
  const app = createApp({
    config,
    version: manifest.version,
    tokens: createTokenEndpoint(smartcar),
    compatibility: createCompatibilityApi(smartcar),
    authenticate: createAuthenticate({
      verifier: createVerifier(currentRoll),
      perMinute: config.rateLimitPerMinute,
      now,
    }),
    clientAddressHeader: config.clientAddressHeader,
    now,
    log,
    warn,
    isStopping: () => stopping !== undefined,
  });
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    // Hono's body limit makes a new Request of a body without a length; that takes the adapter's own.
    getRequestListener(app.fetch),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;

  return {
    url: `http://${host}:${port}`,
    stop: () => {
      stopping ??= new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
        // Idle connections are closed at once, the others after their answer.
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      });
      return stopping;
    },
  };
}
