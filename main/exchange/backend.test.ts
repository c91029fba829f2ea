import { afterAll, beforeAll, describe, expect, expectTypeOf, test, vi } from 'vitest';
import type * as z from 'zod';
import { createToken } from '../../backend/staff/tokenFile.ts';
import { startTestBackend } from '../../backend/testing/backend.ts';
import { type SandboxProcess, startSandboxProcess } from '../../backend/testing/sandbox.ts';
import { PERMISSION_PRESETS } from '../../contract/permissions.ts';
import { Secret } from '../secret.ts';
import { NOW } from '../testing/exchanges.ts';
import { json, serve } from '../testing/httpServer.ts';
import { type BackendExchangeOptions, createBackendExchange } from './backend.ts';
import type * as answers from './backendAnswers.ts';
import type * as api from './backendApi.ts';
import { ExchangeError } from './tokenExchange.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const TOKEN = 'anna.a-token';
const never = new AbortController().signal;

function exchangeAt(address: string, changes: Partial<BackendExchangeOptions> = {}) {
  return createBackendExchange({
    address,
    staffToken: async () => new Secret(TOKEN),
    fetch,
    now: () => NOW,
    timeoutMs: 5000,
    ...changes,
  });
}

async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ExchangeError)) throw new Error(`expected an ExchangeError, got ${error}`);
  expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(TOKEN);
  return error.problem;
}

describe('the real backend', () => {
  let sandbox: SandboxProcess;
  let staff: { token: string; line: string };

  beforeAll(async () => {
    [sandbox, staff] = await Promise.all([startSandboxProcess(), createToken('anna')]);
  });
  afterAll(() => sandbox.stop());

  const staffToken = async () => new Secret(staff.token);
  const start = (changes?: Parameters<typeof startTestBackend>[2]) =>
    startTestBackend(sandbox, [staff.line], changes);

  test('tells the application, and offers the permission sets that Motorpool has itself', async () => {
    const { url } = await start();
    expect(await exchangeAt(url, { staffToken }).application(never)).toEqual({
      clientId: sandbox.clientId,
      redirectUris: sandbox.redirectUris,
      mode: 'simulated',
      presets: PERMISSION_PRESETS,
    });
  });

  test('refuses a staff token that it does not know', async () => {
    const { url } = await start();
    expect(await problemOf(exchangeAt(url).application(never))).toBe('staff_token_refused');
    expect(await problemOf(exchangeAt(url).refresh(new Secret('r'), never))).toBe(
      'staff_token_refused',
    );
  });

  test('limits how often it is asked', async () => {
    const exchange = exchangeAt((await start({ rateLimitPerMinute: 1 })).url, { staffToken });
    await exchange.application(never);
    expect(await problemOf(exchange.application(never))).toBe('rate_limited');
  });

  test('refuses a mode and a redirect URI that are not its own', async () => {
    const exchange = exchangeAt((await start({ mode: 'live' })).url, { staffToken });
    const [redirectUri = ''] = sandbox.redirectUris;
    const grant = { code: new Secret('a-code'), signal: never };
    const simulated = { ...grant, redirectUri, mode: 'simulated' } as const;
    expect(await problemOf(exchange.exchange(simulated))).toBe('refused');
    const elsewhere = { ...grant, redirectUri: 'https://a.example/', mode: 'live' } as const;
    expect(await problemOf(exchange.exchange(elsewhere))).toBe('refused');
  });
});

describe('an application that is told', () => {
  const told = {
    clientId: CLIENT_ID,
    redirectUris: [`sc${CLIENT_ID}://connect`],
    mode: 'live',
    scopePresets: [],
  };

  async function applicationOf(body: object) {
    const { origin } = await serve((_request, response) => json(response, 200, body));
    return exchangeAt(origin).application(never);
  }

  test('keeps of its permission sets what Smartcar knows, with the names it gave', async () => {
    const scopePresets = [
      { id: 'mileage', name: 'Mileage', scope: ['read_odometer', 'read_odometer', 'read_minds'] },
      { id: 'pool', name: 'Pool cars', scope: ['read_location', 'read_fuel'] },
      { id: 'minds', name: 'Minds', scope: ['read_minds'] },
    ];
    expect((await applicationOf({ ...told, scopePresets })).presets).toEqual([
      { id: 'mileage', name: null, permissions: ['read_odometer'] },
      { id: 'pool', name: 'Pool cars', permissions: ['read_location', 'read_fuel'] },
    ]);
  });

  test('may say more than this version knows', async () => {
    const application = await applicationOf({ ...told, region: 'EUROPE' });
    expect(Object.keys(application).sort()).toEqual([
      'clientId',
      'mode',
      'presets',
      'redirectUris',
    ]);
  });

  test.each([
    ['no redirect URI', { ...told, redirectUris: [] }],
    ['a redirect URI without encryption', { ...told, redirectUris: ['http://fleet.example/'] }],
    ['a redirect URI of another application', { ...told, clientId: CLIENT_ID.replace('7', '8') }],
    ['a redirect URI that is a program', { ...told, redirectUris: ['file:///bin/sh'] }],
    ['one bad redirect URI among good ones', { ...told, redirectUris: ['https://a.b/', 'x'] }],
    ['an unknown mode', { ...told, mode: 'production' }],
    ['no permission sets', { ...told, scopePresets: undefined }],
    ['nothing', {}],
    ['a list', []],
  ])('with %s is unreadable', async (_what, body) => {
    expect(await problemOf(applicationOf(body))).toBe('unreadable_answer');
  });
});

describe('the staff token', () => {
  test('goes to the backend as a bearer token', async () => {
    const { origin, requests } = await serve((_request, response) => json(response, 200, {}));
    await problemOf(exchangeAt(origin).refresh(new Secret('old'), never));
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/v1/refresh',
        body: '{"refreshToken":"old"}',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      },
    ]);
  });

  test.each([
    'http://fleet.example',
    'http://127.0.0.1.fleet.example',
    'http://192.168.1.4:8787',
    'ftp://fleet.example',
    'https://fleet.example/v1',
    'https://anna@fleet.example',
    'fleet.example',
  ])('is never sent to %s', async (address) => {
    const reached = vi.fn(fetch);
    const staffToken = vi.fn(async () => new Secret(TOKEN));
    const exchange = exchangeAt(address, { fetch: reached, staffToken });
    expect(await problemOf(exchange.application(never))).toBe('refused');
    expect(await problemOf(exchange.refresh(new Secret('r'), never))).toBe('refused');
    expect(reached).not.toHaveBeenCalled();
    expect(staffToken).not.toHaveBeenCalled();
  });

  test.each(['https://fleet.example', 'http://localhost:1', 'http://[::1]:1'])(
    'may be sent to %s',
    async (address) => {
      const reached = vi.fn(() => Promise.reject(new TypeError('fetch failed')));
      const work = exchangeAt(address, { fetch: reached }).application(never);
      expect(await problemOf(work)).toBe('unreachable');
      expect(reached).toHaveBeenCalledOnce();
    },
  );

  test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
    const elsewhere = await serve((_request, response) => json(response, 200, {}));
    const { origin } = await serve((_request, response) =>
      response.writeHead(status, { location: elsewhere.origin }).end(),
    );
    expect(await problemOf(exchangeAt(origin).application(never))).toBe('unreadable_answer');
    const refresh = exchangeAt(origin).refresh(new Secret('r'), never);
    expect(await problemOf(refresh)).toBe('unreadable_answer');
    expect(elsewhere.requests).toEqual([]);
  });

  test('does not follow one that the network stack reports as an error either', async () => {
    // Electron's words for `redirect: 'manual'`.
    const cancelled = () => Promise.reject(new Error('Redirect was cancelled'));
    const work = exchangeAt('https://fleet.example', { fetch: cancelled }).application(never);
    expect(await problemOf(work)).toBe('unreadable_answer');
  });
});

describe('an answer that is not a backend’s', () => {
  const pair = { accessToken: 'a', refreshToken: 'r', expiresIn: 7200, refreshExpiresIn: 5184000 };

  test.each([
    ['a page', 200, '<!doctype html><p>Hello'],
    ['a proxy’s page', 502, '<!doctype html><p>Bad gateway'],
    ['a proxy’s own sign-in', 401, '<!doctype html><p>Log in'],
    ['half a JSON text', 200, '{"accessToken":'],
    ['a list', 200, '[]'],
    ['nothing', 204, ''],
    ['a pair without a refresh token', 200, JSON.stringify({ ...pair, refreshToken: undefined })],
    ['a pair with an empty token', 200, JSON.stringify({ ...pair, accessToken: '' })],
    ['a pair that has ended', 200, JSON.stringify({ ...pair, expiresIn: 0 })],
    ['a pair with another status', 201, JSON.stringify(pair)],
    ['another server’s error', 401, '{"message":"Unauthorized"}'],
    ['a code that the contract does not know', 400, '{"code":"teapot"}'],
  ])('%s', async (_what, status, body) => {
    const { origin } = await serve((_request, response) => response.writeHead(status).end(body));
    const work = exchangeAt(origin).refresh(new Secret('old'), never);
    expect(await problemOf(work)).toBe('unreadable_answer');
  });

  test('nobody listens', async () => {
    const { origin } = await serve((_request, response) => response.destroy());
    expect(await problemOf(exchangeAt(origin).application(never))).toBe('unreachable');
  });

  test('breaks off half-way', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"accessToken":', () => response.destroy());
    });
    expect(await problemOf(exchangeAt(origin).application(never))).toBe('unreachable');
  });

  test('stops half-way', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"accessToken":');
    });
    const work = exchangeAt(origin, { timeoutMs: 50 }).application(never);
    expect(await problemOf(work)).toBe('timed_out');
  });
});

test('what is checked at run time is what the contract says, no more and no less', () => {
  type Checked<Name extends keyof typeof answers> = z.output<(typeof answers)[Name]>;
  expectTypeOf<Checked<'tokenPairSchema'>>().toEqualTypeOf<api.TokenPair>();
  expectTypeOf<Checked<'applicationSchema'>>().toEqualTypeOf<api.Application>();
  expectTypeOf<Checked<'compatibilitySchema'>>().toEqualTypeOf<api.Compatibility>();
  expectTypeOf<Checked<'matrixSchema'>>().toEqualTypeOf<api.CompatibilityMatrix>();
  expectTypeOf<Checked<'problemSchema'>>().toEqualTypeOf<Pick<api.Problem, 'code' | 'smartcar'>>();
});
