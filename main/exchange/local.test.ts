import { describe, expect, test, vi } from 'vitest';
import { Secret } from '../secret.ts';
import { json, serve } from '../testing/httpServer.ts';
import { createLocalExchange } from './local.ts';
import { ExchangeError } from './tokenExchange.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const NOW = Date.parse('2026-05-01T10:00:00Z');
const CODE = 'c0de0000-0000-4000-8000-000000000001';
const never = new AbortController().signal;

function exchangeAt(
  authOrigin: string,
  overrides: { timeoutMs?: number; noSecret?: boolean } = {},
) {
  return createLocalExchange({
    authOrigin,
    apiOrigin: authOrigin,
    clientId: CLIENT_ID,
    clientSecret: async () => (overrides.noSecret ? null : new Secret('s3cret')),
    mode: 'live',
    fetch,
    now: () => NOW,
    timeoutMs: overrides.timeoutMs ?? 5000,
  });
}

const grant = {
  code: new Secret(CODE),
  redirectUri: `sc${CLIENT_ID}://connect`,
  mode: 'live' as const,
  signal: never,
};

async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ExchangeError)) throw new Error(`expected an ExchangeError, got ${error}`);
  expect(error.message).not.toContain(CODE);
  return error.problem;
}

describe('a good answer', () => {
  const answer = {
    access_token: 'a-token',
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: 'r-token',
  };

  test('to a code becomes a token pair with its ends of life', async () => {
    const { origin, requests } = await serve((_request, response) => json(response, 200, answer));
    const pair = await exchangeAt(origin).exchange(grant);
    expect(pair.accessToken.reveal()).toBe('a-token');
    expect(pair.refreshToken.reveal()).toBe('r-token');
    expect(pair.expiresAt).toBe(NOW + 7200_000);
    expect(pair.refreshExpiresAt).toBe(NOW + 60 * 24 * 3600_000);

    const [request] = requests;
    expect(request?.url).toBe('/oauth/token');
    expect(request?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${CLIENT_ID}:s3cret`).toString('base64')}`,
    );
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'authorization_code',
      code: CODE,
      redirect_uri: grant.redirectUri,
    });
  });

  test('to a refresh token becomes the next pair', async () => {
    const { origin, requests } = await serve((_request, response) => json(response, 200, answer));
    const pair = await exchangeAt(origin).refresh(new Secret('old'), never);
    expect(pair.refreshToken.reveal()).toBe('r-token');
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'old',
    });
  });

  test('without a refresh token is unreadable', async () => {
    const { refresh_token: _, ...half } = answer;
    const { origin } = await serve((_request, response) => json(response, 200, half));
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe('unreadable_answer');
  });
});

describe('a bad answer', () => {
  test.each([
    ['invalid_grant', 400, 'invalid_grant'],
    ['invalid_client', 401, 'invalid_client'],
    ['unauthorized_client', 403, 'unauthorized_client'],
    ['temporarily_unavailable', 400, 'refused'],
    ['slow_down', 429, 'rate_limited'],
  ])('%s with status %i is %s', async (error, status, problem) => {
    const { origin } = await serve((_request, response) =>
      json(response, status, { error, error_description: `Invalid code: ${CODE}.` }),
    );
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe(problem);
  });

  test('a challenge instead of a body means that the client is refused', async () => {
    const { origin } = await serve((_request, response) =>
      response.writeHead(401, { 'www-authenticate': 'Basic realm="smartcar"' }).end(),
    );
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe('invalid_client');
  });

  test('to be asked less often, without a body that says so', async () => {
    const { origin } = await serve((_request, response) => response.writeHead(429).end());
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe('rate_limited');
  });

  test.each([
    ['a page', 200, '<!doctype html><p>Maintenance'],
    ['a proxy’s page', 502, '<!doctype html><p>Bad gateway'],
    ['half a JSON text', 200, '{"access_token":'],
    ['a JSON list', 200, '[]'],
    ['nothing', 200, ''],
    ['a token of an unknown type', 200, '{"access_token":"a","token_type":"MAC"}'],
  ])('%s is unreadable', async (_name, status, body) => {
    const { origin } = await serve((_request, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end(body),
    );
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe('unreadable_answer');
  });
});

describe('no answer', () => {
  test('nobody listens', async () => {
    const { origin } = await serve((_request, response) => response.destroy());
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe('unreachable');
  });

  test('it breaks off half-way', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"access_token":', () => response.destroy());
    });
    expect(await problemOf(exchangeAt(origin).exchange(grant))).toBe('unreachable');
  });

  test('it takes too long', async () => {
    const { origin } = await serve(() => undefined);
    expect(await problemOf(exchangeAt(origin, { timeoutMs: 50 }).exchange(grant))).toBe(
      'timed_out',
    );
  });

  test('someone cancels', async () => {
    const controller = new AbortController();
    const { origin } = await serve(() => controller.abort());
    await expect(
      exchangeAt(origin).exchange({ ...grant, signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('the secret is not to be had: nothing is sent', async () => {
    const { origin, requests } = await serve((_request, response) => json(response, 200, {}));
    expect(await problemOf(exchangeAt(origin, { noSecret: true }).exchange(grant))).toBe(
      'secret_unavailable',
    );
    expect(requests).toHaveLength(0);
  });
});

test('plain HTTP to anything but loopback is never sent', async () => {
  const reached = vi.fn(fetch);
  const clientSecret = vi.fn(async () => new Secret('s3cret'));
  const exchange = createLocalExchange({
    authOrigin: 'http://auth.example',
    apiOrigin: 'http://api.example',
    clientId: CLIENT_ID,
    clientSecret,
    mode: 'live',
    fetch: reached,
    now: () => NOW,
    timeoutMs: 1000,
  });
  expect(await problemOf(exchange.exchange(grant))).toBe('refused');
  expect(await problemOf(exchange.compatibleModels('US', 'TESLA', never))).toBe('refused');
  expect(reached).not.toHaveBeenCalled();
  expect(clientSecret).not.toHaveBeenCalled();
});

test('a redirect is not followed, by neither call', async () => {
  const elsewhere = await serve((_request, response) => json(response, 200, {}));
  const { origin } = await serve((_request, response) =>
    response.writeHead(307, { location: elsewhere.origin }).end(),
  );
  const exchange = exchangeAt(origin);
  expect(await problemOf(exchange.exchange(grant))).toBe('unreadable_answer');
  const models = exchange.compatibleModels('US', 'TESLA', never);
  expect(await problemOf(models)).toBe('unreadable_answer');
  expect(elsewhere.requests).toEqual([]);
});

test('a compatibility call says who asks, for what and in which mode', async () => {
  const answer = { compatible: false, reason: 'VEHICLE_NOT_COMPATIBLE', capabilities: [] };
  const { origin, requests } = await serve((_request, response) => json(response, 200, answer));
  const query = { vin: 'V', permissions: ['read_fuel', 'read_vin'], country: 'US' };
  expect(await exchangeAt(origin).compatibility(query, never)).toEqual(answer);
  expect(requests[0]?.url).toBe(
    '/v2.0/compatibility?vin=V&scope=read_fuel+read_vin&country=US&mode=live',
  );
  expect(requests[0]?.headers.authorization).toMatch(/^Basic /);
});

test.each(['MERCEDES_BENZ', 'Mercedes-Benz', 'mercedesbenz'])(
  'the models of a brand are found under %s too',
  async (spelling) => {
    const model = { model: 'EQB', startYear: 2022, endYear: 2024, permissions: ['read_vin'] };
    const { origin } = await serve((_request, response) =>
      json(response, 200, { TESLA: [], [spelling]: [model] }),
    );
    const models = await exchangeAt(origin).compatibleModels('US', 'MERCEDES_BENZ', never);
    expect(models).toEqual([model]);
  },
);
