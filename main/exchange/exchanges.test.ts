import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from '../../backend/testing/sandbox.ts';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { Secret } from '../secret.ts';
import {
  backendExchange,
  duringFault,
  type ExchangeChanges,
  fleetVin,
  localExchange,
  NOW,
} from '../testing/exchanges.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

const REDIRECT_URI = 'http://localhost:53682/callback';
const OTHER_REDIRECT_URI = 'http://localhost:53683/callback';
/** It has a battery and no tank. */
const VIN = fleetVin('TESLA');
const never = new AbortController().signal;

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterAll(() => sandbox.stop());

async function newCode(): Promise<Secret> {
  return new Secret(await sandbox.connect(REDIRECT_URI));
}

function grant(code: Secret, redirectUri = REDIRECT_URI) {
  return { code, redirectUri, mode: 'simulated', signal: never } as const;
}

async function newPair(exchange: TokenExchange): Promise<TokenPair> {
  return exchange.exchange(grant(await newCode()));
}

async function opensVehicles({ accessToken }: TokenPair): Promise<boolean> {
  const headers = { authorization: `Bearer ${accessToken.reveal()}` };
  return (await fetch(`${sandbox.origin}/v2.0/vehicles`, { headers })).ok;
}

/** The error that some work fails with; none of them may carry a secret along. */
async function failureOf(work: Promise<unknown>, ...secrets: Secret[]): Promise<ExchangeError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ExchangeError)) throw new Error(`expected an ExchangeError, got ${error}`);
  const text = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
  for (const secret of secrets) expect(text).not.toContain(secret.reveal());
  return error;
}

type Start = (sandbox: SandboxProcess, changes?: ExchangeChanges) => Promise<TokenExchange>;

/** What both make of an error, where they differ: the backend knows more of what is behind it. */
interface Difference {
  readonly noAnswer: ExchangeProblem;
  readonly noJson: ExchangeProblem;
  /** RFC 6749 errors beyond those that the contract knows. */
  readonly oddError: string | null;
}

const IMPLEMENTATIONS: readonly [string, Start, Difference][] = [
  [
    'local',
    localExchange,
    { noAnswer: 'unreachable', noJson: 'unreadable_answer', oddError: 'odd_error' },
  ],
  [
    'backend',
    backendExchange,
    {
      noAnswer: 'backend_cannot_reach_smartcar',
      noJson: 'backend_cannot_reach_smartcar',
      oddError: null,
    },
  ],
];

describe.each(IMPLEMENTATIONS)('the %s exchange', (_name, start, difference) => {
  describe('of a code', () => {
    test('gives a token pair that opens the vehicles, with its ends of life', async () => {
      const pair = await newPair(await start(sandbox));
      expect(await opensVehicles(pair)).toBe(true);
      expect(pair.expiresAt).toBe(NOW + 7200_000);
      expect(pair.refreshExpiresAt).toBe(NOW + 60 * 24 * 3600_000);
    });

    test('works once', async () => {
      const exchange = await start(sandbox);
      const code = await newCode();
      await exchange.exchange(grant(code));
      const { problem, oauthError } = await failureOf(exchange.exchange(grant(code)), code);
      expect([problem, oauthError]).toEqual(['invalid_grant', 'invalid_grant']);
    });

    test('needs the redirect URI that Connect was opened with', async () => {
      const exchange = await start(sandbox);
      const code = await newCode();
      const work = exchange.exchange(grant(code, OTHER_REDIRECT_URI));
      expect((await failureOf(work, code)).problem).toBe('invalid_grant');
    });
  });

  describe('of a refresh token', () => {
    test('gives the next pair; the used one works for a minute more', async () => {
      const exchange = await start(sandbox);
      const { refreshToken } = await newPair(exchange);
      const next = await exchange.refresh(refreshToken, never);
      expect(next.refreshToken.reveal()).not.toBe(refreshToken.reveal());
      expect(await opensVehicles(next)).toBe(true);
      expect(next.expiresAt).toBe(NOW + 7200_000);
      expect(await opensVehicles(await exchange.refresh(refreshToken, never))).toBe(true);
      await sandbox.admin('POST', '/clock/advance', { ms: 60_000 });
      const work = exchange.refresh(refreshToken, never);
      const { problem, oauthError } = await failureOf(work, refreshToken);
      expect([problem, oauthError]).toEqual(['invalid_grant', 'invalid_grant']);
    });
  });

  describe('in trouble', () => {
    const refreshToken = new Secret('5e1f0000-0000-4000-8000-00000000beef');

    test('a wrong client secret', async () => {
      const clientSecret = 'not-the-secret';
      const exchange = await start(sandbox, { clientSecret });
      const work = exchange.refresh(refreshToken, never);
      const error = await failureOf(work, refreshToken, new Secret(clientSecret));
      expect([error.problem, error.oauthError]).toEqual(['invalid_client', 'invalid_client']);
      const check = exchange.compatibleModels('US', 'TESLA', never);
      expect((await failureOf(check, new Secret(clientSecret))).problem).toBe('invalid_client');
    });

    test('no secret in the keychain: nothing is sent', async () => {
      const appFetch = vi.fn(fetch);
      const exchange = await start(sandbox, { withoutSecret: true, appFetch });
      for (const work of [
        exchange.exchange(grant(new Secret('a-code'))),
        exchange.refresh(refreshToken, never),
        exchange.compatibleModels('US', 'TESLA', never),
      ]) {
        expect((await failureOf(work)).problem).toBe('secret_unavailable');
      }
      expect(appFetch).not.toHaveBeenCalled();
    });

    test('an application that may not use this brand', async () => {
      const exchange = await start(sandbox);
      const error = 'unauthorized_client';
      await duringFault(sandbox, { kind: 'token-error', status: 400, error });
      const failure = await failureOf(exchange.refresh(refreshToken, never));
      expect([failure.problem, failure.oauthError]).toEqual([error, error]);
    });

    test('an OAuth error that nobody expects', async () => {
      const exchange = await start(sandbox);
      await duringFault(sandbox, { kind: 'token-error', status: 400, error: 'odd_error' });
      const failure = await failureOf(exchange.refresh(refreshToken, never));
      expect([failure.problem, failure.oauthError]).toEqual(['refused', difference.oddError]);
    });

    test('an OAuth error that repeats the token instead of a name', async () => {
      const exchange = await start(sandbox);
      const error = refreshToken.reveal();
      await duringFault(sandbox, { kind: 'token-error', status: 400, error });
      const failure = await failureOf(exchange.refresh(refreshToken, never), refreshToken);
      expect([failure.problem, failure.oauthError]).toEqual(['refused', null]);
    });

    test('Smartcar away', async () => {
      const exchange = await start(sandbox);
      await duringFault(sandbox, { kind: 'token-down' });
      await sandbox.admin('POST', '/faults', { kind: 'api-down' });
      const { noAnswer } = difference;
      expect((await failureOf(exchange.refresh(refreshToken, never))).problem).toBe(noAnswer);
      const check = exchange.compatibleModels('US', 'TESLA', never);
      expect((await failureOf(check)).problem).toBe(noAnswer);
    });

    test('a page instead of JSON', async () => {
      const exchange = await start(sandbox);
      await duringFault(sandbox, { kind: 'token-not-json' });
      await sandbox.admin('POST', '/faults', { kind: 'api-not-json' });
      const { noJson } = difference;
      expect((await failureOf(exchange.refresh(refreshToken, never))).problem).toBe(noJson);
      const check = exchange.compatibleModels('US', 'TESLA', never);
      expect((await failureOf(check)).problem).toBe(noJson);
    });

    test('no answer in time', async () => {
      const exchange = await start(sandbox, { timeoutMs: 100 });
      await duringFault(sandbox, { kind: 'token-delay', ms: 60_000 });
      await sandbox.admin('POST', '/faults', { kind: 'api-delay', ms: 60_000 });
      const work = exchange.refresh(refreshToken, never);
      expect((await failureOf(work, refreshToken)).problem).toBe('timed_out');
      const check = exchange.compatibleModels('US', 'TESLA', never);
      expect((await failureOf(check)).problem).toBe('timed_out');
    });

    test('a person who cancels', async () => {
      const controller = new AbortController();
      const appFetch: typeof fetch = (...request) => {
        controller.abort();
        return fetch(...request);
      };
      const exchange = await start(sandbox, { appFetch });
      const { signal } = controller;
      const aborted = { name: 'AbortError' };
      const code = new Secret('a-code');
      await expect(exchange.exchange({ ...grant(code), signal })).rejects.toMatchObject(aborted);
      const check = exchange.compatibleModels('US', 'TESLA', signal);
      await expect(check).rejects.toMatchObject(aborted);
    });
  });

  describe('asked for compatibility', () => {
    const query = { vin: VIN, permissions: ['read_battery', 'read_fuel'], country: 'US' };

    test('tells what a car of the United States can give, endpoint by endpoint', async () => {
      const exchange = await start(sandbox);
      const { compatible, reason, capabilities } = await exchange.compatibility(query, never);
      expect([compatible, reason]).toEqual([true, null]);
      const named = (name: string) =>
        capabilities.filter(({ permission }) => permission === name).map(({ capable }) => capable);
      expect(named('read_battery')).toContain(true);
      expect(named('read_battery').length).toBeGreaterThan(1);
      expect(named('read_fuel')).toEqual([false]);
    });

    test('tells nothing of single permissions elsewhere, and which brand is not served', async () => {
      const exchange = await start(sandbox);
      expect(await exchange.compatibility({ ...query, country: 'DE' }, never)).toMatchObject({
        compatible: true,
        capabilities: [],
      });
      expect(await exchange.compatibility({ ...query, country: 'BR' }, never)).toMatchObject({
        compatible: false,
        reason: 'MAKE_NOT_COMPATIBLE',
        capabilities: [],
      });
    });

    test('lists the models of a brand in a region', async () => {
      const exchange = await start(sandbox);
      const models = await exchange.compatibleModels('EUROPE', 'TESLA', never);
      expect(models.length).toBeGreaterThan(1);
      for (const { model, startYear, endYear, permissions } of models) {
        expect(model).not.toBe('');
        expect(startYear).toBeLessThanOrEqual(endYear);
        expect(permissions).toContain('read_battery');
      }
      expect(await exchange.compatibleModels('EUROPE', 'HONDA', never)).toEqual([]);
      expect(await exchange.compatibleModels('US', 'LADA', never)).toEqual([]);
    });

    test.each([
      [430, 'BILLING', 'INVALID_PLAN', 'refused', 'BILLING:INVALID_PLAN'],
      [403, 'PERMISSION', null, 'refused', 'PERMISSION'],
      [500, 'SERVER', 'INTERNAL', 'refused', 'SERVER:INTERNAL'],
      [429, 'RATE_LIMIT', 'SMARTCAR_API', 'rate_limited', 'RATE_LIMIT:SMARTCAR_API'],
      [400, 'VALIDATION', VIN, 'refused', 'VALIDATION'],
    ])('is refused with %i %s:%s', async (status, type, code, problem, apiError) => {
      const body = { type, code, description: `Something about ${VIN}.` };
      const smartcarFetch = async () => Response.json(body, { status });
      const exchange = await start(sandbox, { smartcarFetch });
      const failure = await failureOf(exchange.compatibility(query, never), new Secret(VIN));
      expect([failure.problem, failure.apiError]).toEqual([problem, apiError]);
    });
  });
});
