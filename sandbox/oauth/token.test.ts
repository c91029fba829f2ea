import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../server.ts';
import {
  advance,
  apiOf,
  authorizeUrl,
  connectCars,
  requestToken,
  startSandbox,
  walkThrough,
} from '../testing/harness.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function newCode(sandbox: Sandbox, parameters = {}): Promise<string> {
  const redirect = await walkThrough(authorizeUrl(sandbox, parameters));
  return redirect.searchParams.get('code') ?? '';
}

const redeem = (sandbox: Sandbox, code: string, more = {}) =>
  requestToken(sandbox, { grant_type: 'authorization_code', code, ...more });
const refresh = (sandbox: Sandbox, token: unknown) =>
  requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: String(token) });
const canRead = async (sandbox: Sandbox, token: unknown) =>
  (await apiOf(sandbox, String(token))('GET', '/vehicles')).status === 200;

describe('authorization code', () => {
  test('gives a token pair that is not cached', async () => {
    const sandbox = await startSandbox();
    const { status, headers, body } = await redeem(sandbox, await newCode(sandbox));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toContain('application/json');
    expect(body).toEqual({
      access_token: expect.stringMatching(UUID),
      token_type: 'Bearer',
      expires_in: 7_200,
      refresh_token: expect.stringMatching(UUID),
    });
    expect(await canRead(sandbox, body.access_token)).toBe(true);
  });

  test('works once', async () => {
    const sandbox = await startSandbox();
    const code = await newCode(sandbox);
    await redeem(sandbox, code);
    const { status, body } = await redeem(sandbox, code);
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'invalid_grant', error_description: `Invalid code: ${code}.` });
  });

  test('works for ten minutes', async () => {
    const sandbox = await startSandbox();
    const early = await newCode(sandbox);
    const late = await newCode(sandbox);
    await advance(sandbox, 599);
    expect((await redeem(sandbox, early)).status).toBe(200);
    await advance(sandbox, 1);
    expect((await redeem(sandbox, late)).body).toMatchObject({ error: 'invalid_grant' });
  });

  test('needs the redirect URI of the authorize request', async () => {
    const sandbox = await startSandbox();
    const redirect_uri = sandbox.redirectUris[1] ?? '';
    const code = await newCode(sandbox, { redirect_uri });
    const other = sandbox.redirectUris[0] ?? '';
    expect((await redeem(sandbox, code)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await redeem(sandbox, code, { redirect_uri: other })).body).toEqual({
      error: 'invalid_grant',
      error_description: `Unauthorized redirect_uri: ${other}.`,
    });
    expect((await redeem(sandbox, code, { redirect_uri })).status).toBe(200);
  });

  test('accepts the default redirect URI when none was named', async () => {
    const sandbox = await startSandbox();
    const redirect_uri = sandbox.redirectUris[0] ?? '';
    expect((await redeem(sandbox, await newCode(sandbox), { redirect_uri })).status).toBe(200);
  });
});

describe('refresh token', () => {
  test('rotates; the used one works for one more minute', async () => {
    const sandbox = await startSandbox();
    const { accessToken, refreshToken } = await connectCars(sandbox);
    const first = await refresh(sandbox, refreshToken);
    expect(first.status).toBe(200);
    expect(first.body.refresh_token).not.toBe(refreshToken);
    await advance(sandbox, 59);
    const second = await refresh(sandbox, refreshToken);
    expect(second.status).toBe(200);
    await advance(sandbox, 1);
    const third = await refresh(sandbox, refreshToken);
    expect(third.status).toBe(400);
    expect(third.body).toEqual({
      error: 'invalid_grant',
      error_description: `Invalid refresh_token: ${refreshToken}.`,
    });
    expect((await refresh(sandbox, first.body.refresh_token)).status).toBe(200);
    expect((await refresh(sandbox, second.body.refresh_token)).status).toBe(200);
    expect(await canRead(sandbox, accessToken)).toBe(true);
  });

  test('works for sixty days', async () => {
    const sandbox = await startSandbox();
    const { refreshToken } = await connectCars(sandbox);
    await advance(sandbox, 60 * 86_400 - 1);
    const rotated = await refresh(sandbox, refreshToken);
    expect(rotated.status).toBe(200);
    await advance(sandbox, 60 * 86_400);
    expect((await refresh(sandbox, rotated.body.refresh_token)).status).toBe(400);
  });
});

test('an access token works for two hours', async () => {
  const sandbox = await startSandbox();
  const { accessToken } = await connectCars(sandbox);
  await advance(sandbox, 7_199);
  expect(await canRead(sandbox, accessToken)).toBe(true);
  await advance(sandbox, 1);
  const { status, body } = await apiOf(sandbox, accessToken)('GET', '/vehicles');
  expect(status).toBe(401);
  expect(body).toMatchObject({ type: 'AUTHENTICATION', code: null });
});

test('the lives are options', async () => {
  const sandbox = await startSandbox({
    codeLife: 5,
    tokenLife: 30,
    refreshLife: 50,
    refreshGrace: 0,
  });
  const code = await newCode(sandbox);
  await advance(sandbox, 5);
  expect((await redeem(sandbox, code)).status).toBe(400);
  const { body } = await redeem(sandbox, await newCode(sandbox));
  expect(body.expires_in).toBe(30);
  await advance(sandbox, 30);
  expect(await canRead(sandbox, body.access_token)).toBe(false);
  expect((await refresh(sandbox, body.refresh_token)).status).toBe(200);
  expect((await refresh(sandbox, body.refresh_token)).status).toBe(400);
});

describe('client authentication', () => {
  test.each([
    ['a wrong secret', (sandbox: Sandbox) => `${sandbox.clientId}:no`],
    ['a wrong id', (sandbox: Sandbox) => `no:${sandbox.clientSecret}`],
  ])('%s is invalid_client', async (_name, credentials) => {
    const sandbox = await startSandbox();
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    const { status, headers, body } = await requestToken(sandbox, form, credentials(sandbox));
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'invalid_client' });
    expect(headers.get('www-authenticate')).toMatch(/^Basic/);
  });

  test('no credentials are invalid_client', async () => {
    const sandbox = await startSandbox();
    const body = new URLSearchParams({ grant_type: 'refresh_token' });
    const response = await fetch(`${sandbox.origins.auth}/oauth/token`, { method: 'POST', body });
    expect(response.status).toBe(401);
  });

  test('form-encoded credentials are decoded', async () => {
    const sandbox = await startSandbox();
    const encoded = [sandbox.clientId, sandbox.clientSecret]
      .map((text) => text.replaceAll('-', '%2D'))
      .join(':');
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    expect((await requestToken(sandbox, form, encoded)).body).toMatchObject({
      error: 'invalid_grant',
    });
  });
});

describe('malformed requests', () => {
  test.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'authorization_code' }, 'invalid_request'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
  ])('%j is %s', async (form, error) => {
    const sandbox = await startSandbox();
    const answer = await requestToken(sandbox, form as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error });
  });

  test.each([
    ['application/json', '{"grant_type":"refresh_token"}'],
    [
      'application/x-www-form-urlencoded',
      'grant_type=refresh_token&refresh_token=a&refresh_token=b',
    ],
  ])('a body of %s that cannot be read is invalid_request', async (type, body) => {
    const sandbox = await startSandbox();
    const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64');
    const response = await fetch(`${sandbox.origins.auth}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': type },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });
});
