import { createApp } from '../app.ts';
import { type Answer, type Ask, asker, json, startTestBackend } from './backend.ts';
import type { SandboxProcess } from './sandbox.ts';

export interface World {
  readonly sandbox: SandboxProcess;
  readonly staff: { readonly token: string; readonly line: string };
}

/** One request to a backend. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** With its query, where it has one. */
  readonly path: string;
  readonly init?: RequestInit;
}

export type Changes = Parameters<typeof startTestBackend>[2];

/** Asks a backend of its own, with a valid staff token or the one given. */
export async function askerOf(
  { sandbox, staff }: World,
  changes?: Changes,
  token: string | null = staff.token,
): Promise<Ask> {
  return asker((await startTestBackend(sandbox, [staff.line], changes)).url, token);
}

/** Sends a call to a backend that was started already, or to one of its own. */
export async function send(world: World, call: Call, ask?: Ask): Promise<Answer> {
  return (ask ?? (await askerOf(world)))(call.method, call.path, call.init);
}

/** A path below `/v1` that asks Smartcar, with a request it takes and one it does not. */
export interface Path {
  readonly name: string;
  readonly good: (world: World) => Promise<Call>;
  readonly bad: Call;
  /** Which of the sandbox's faults meet it. */
  readonly faults: 'token' | 'api';
}

const REDIRECT_URI = 'http://localhost:53682/callback';
const VIN = '5YJ3E1EA7KF317000';

export const PATHS: readonly Path[] = [
  {
    name: 'POST /v1/exchange',
    good: async ({ sandbox }) => {
      const code = await sandbox.connect(REDIRECT_URI);
      return {
        method: 'POST',
        path: '/v1/exchange',
        init: json({ code, redirectUri: REDIRECT_URI }),
      };
    },
    bad: { method: 'POST', path: '/v1/exchange', init: json({}) },
    faults: 'token',
  },
  {
    name: 'POST /v1/refresh',
    good: async (world) => {
      const code = await world.sandbox.connect(REDIRECT_URI);
      const ask = await askerOf(world);
      const { body } = await ask('POST', '/v1/exchange', json({ code, redirectUri: REDIRECT_URI }));
      return {
        method: 'POST',
        path: '/v1/refresh',
        init: json({ refreshToken: body.refreshToken }),
      };
    },
    bad: { method: 'POST', path: '/v1/refresh', init: json({ refreshToken: '' }) },
    faults: 'token',
  },
  {
    name: 'GET /v1/compatibility',
    good: async () => ({ method: 'GET', path: `/v1/compatibility?vin=${VIN}&scope=read_battery` }),
    bad: { method: 'GET', path: '/v1/compatibility?vin=1' },
    faults: 'api',
  },
  {
    name: 'GET /v1/compatibility/matrix',
    good: async () => ({ method: 'GET', path: '/v1/compatibility/matrix?region=EUROPE' }),
    bad: { method: 'GET', path: '/v1/compatibility/matrix?region=MOON' },
    faults: 'api',
  },
];

/** The app with a defect, asked without a network. */
export async function askDefective({ method, path, init }: Call): Promise<Answer> {
  const fail = () => Promise.reject(new Error('a defect'));
  const app = createApp({
    config: { clientId: 'id', redirectUris: [REDIRECT_URI], mode: 'simulated' },
    version: '1',
    tokens: { exchange: fail, refresh: fail },
    compatibility: { byVin: fail, matrix: fail },
    authenticate: fail,
    clientAddressHeader: undefined,
    now: () => 0,
    log: () => undefined,
    warn: () => undefined,
    isStopping: () => false,
  });
  const response = await app.request(path, { ...init, method }, { incoming: { socket: {} } });
  const body = (await response.json()) as Answer['body'];
  return { status: response.status, headers: response.headers, body };
}
