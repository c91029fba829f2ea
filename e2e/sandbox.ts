import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { firstLine, startDaemon } from '../build/daemon.ts';
import { projectNode, root } from '../build/setup/paths.mjs';
import { clientIdOf } from '../sandbox/application.ts';
import { freePorts } from './ports.ts';

/** The sandbox's control desk, for faults and the clock. */
export interface SandboxAdmin {
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  advanceClock(ms: number): Promise<void>;
  expireAccessTokens(): Promise<void>;
  expireRefreshTokens(): Promise<void>;
  /** Lets a vehicle's readings fail with `TYPE:CODE` until it is mended; `null` mends it. */
  vehicleFails(vehicleId: string, error: string | null): Promise<void>;
  /** How full a vehicle's battery is from now on, as a fraction. */
  setCharge(vehicleId: string, level: number): Promise<void>;
  /** What is connected at the sandbox, whatever the app believes. */
  connections(): Promise<SandboxConnection[]>;
  /** Method and path of what was asked since the last call to `forgetRequests`. */
  requests(): Promise<string[]>;
  forgetRequests(): Promise<void>;
}

export interface SandboxConnection {
  readonly vehicleId: string;
  readonly permissions: readonly string[];
  readonly externalId: string | null;
  readonly mode: string;
}

/** The control desk behind this address. */
function adminAt(admin: string): SandboxAdmin {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${admin}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }

  return {
    fault: async (fault) => void (await call('POST', '/faults', fault)),
    clearFaults: async () => void (await call('DELETE', '/faults')),
    advanceClock: async (ms) => void (await call('POST', '/clock/advance', { ms })),
    expireAccessTokens: async () => void (await call('POST', '/expire-access-tokens', {})),
    expireRefreshTokens: async () => void (await call('POST', '/expire-refresh-tokens', {})),
    vehicleFails: async (vehicleId, error) =>
      void (await call('POST', `/vehicles/${vehicleId}/fail`, { error })),
    setCharge: async (vehicleId, level) =>
      void (await call('POST', `/vehicles/${vehicleId}/charge`, { level })),
    connections: async () => {
      const { connections } = (await call('GET', '')) as { connections: SandboxConnection[] };
      return connections;
    },
    requests: async () => {
      const { requests } = (await call('GET', '/requests')) as {
        requests: { method: string; path: string }[];
      };
      return requests.map(({ method, path }) => `${method} ${path}`);
    },
    forgetRequests: async () => void (await call('DELETE', '/requests')),
  };
}

/** The control desk of the sandbox that serves this Connect page. */
export function adminOf(connectPage: Page): SandboxAdmin {
  return adminAt(`${new URL(connectPage.url()).origin}/__admin`);
}

const SEED = 1;
const LOCALHOST_URIS = 3;

export interface OwnSandboxOptions {
  /** In place of a custom scheme, three localhost addresses with free ports and the hosted one. */
  readonly redirectUris?: (clientId: string) => readonly string[];
  /** More arguments of `sandbox/main.ts`. */
  readonly args?: readonly string[];
}

/** A sandbox beside the app, and the application that is registered at it. */
export interface OwnSandbox {
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The first is the default. */
  readonly redirectUris: readonly string[];
  readonly admin: SandboxAdmin;
  /** Makes the app take this sandbox for Smartcar, for an application of one's own. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The redirect URIs of one kind, in their order. */
export function redirectUrisOfKind(
  { redirectUris }: Pick<OwnSandbox, 'redirectUris'>,
  kind: 'custom_scheme' | 'https' | 'localhost',
): string[] {
  const start = { custom_scheme: 'sc', https: 'https:', localhost: 'http:' }[kind];
  return redirectUris.filter((uri) => uri.startsWith(start));
}

async function defaultRedirectUris(clientId: string): Promise<string[]> {
  const ports = await freePorts(LOCALHOST_URIS);
  return [
    `sc${clientId}://connect`,
    ...ports.map((port) => `http://localhost:${port}/callback`),
    'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
  ];
}

/** Starts `sandbox/main.ts` as a process of its own. */
export async function startSandbox(options: OwnSandboxOptions = {}): Promise<OwnSandbox> {
  const clientId = clientIdOf(SEED);
  const uris = options.redirectUris?.(clientId) ?? (await defaultRedirectUris(clientId));
  const daemon = startDaemon(
    projectNode,
    [
      join(root, 'sandbox/main.ts'),
      ...['--port', '0', '--seed', String(SEED)],
      ...uris.flatMap((uri) => ['--redirect-uri', uri]),
      ...(options.args ?? []),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ready = JSON.parse(await firstLine(daemon)) as {
    readonly origins: { readonly api: string };
    readonly clientSecret: string;
    readonly redirectUris: readonly string[];
    readonly admin: string;
  };
  const origin = ready.origins.api;
  return {
    origin,
    clientId,
    clientSecret: ready.clientSecret,
    redirectUris: ready.redirectUris,
    admin: adminAt(ready.admin),
    env: { MOTORPOOL_SMARTCAR_ORIGIN: origin },
    stop: daemon.stop,
  };
}
