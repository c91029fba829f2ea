import { describe, expect, test } from 'vitest';
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
    clientId: CLIENT_ID,
    clientSecret: async () => (overrides.noSecret ? null : new Secret('s3cret')),
    fetch,
    now: () => NOW,
    timeoutMs: overrides.timeoutMs ?? 5000,
  });
}

const grant = { code: new Secret(CODE), redirectUri: `sc${CLIENT_ID}://connect`, signal: never };

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

  test.each([
    ['a page', 200, '<!doctype html><p>Maintenance'],
    ['a proxy’s page', 502, '<!doctype html><p>Bad gateway'],
    ['half a JSON text', 200, '{"access_token":'],
    ['a JSON list', 200, '[]'],
    ['nothing', 200, ''],
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
  let sent = false;
  const exchange = createLocalExchange({
    authOrigin: 'http://auth.example',
    clientId: CLIENT_ID,
    clientSecret: async () => new Secret('s3cret'),
    fetch: async () => {
      sent = true;
      return new Response();
    },
    now: () => NOW,
    timeoutMs: 1000,
  });
  await expect(exchange.exchange(grant)).rejects.toThrow();
  expect(sent).toBe(false);
});
