import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../server.ts';
import {
  admin,
  advance,
  connectCapable,
  connectCars,
  requestToken,
  startSandbox,
} from '../testing/harness.ts';

const fault = (sandbox: Sandbox, input: object) => admin(sandbox, 'POST', '/faults', input);

/** fetch would not let a test choose Host and Origin. */
function rawStatus(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });
}

describe('who reaches it', () => {
  test.each<[string, Record<string, string>, number]>([
    ['a local tool', {}, 200],
    ['a local tool by name', { host: 'localhost:80' }, 200],
    ['a web page', { origin: 'http://127.0.0.1' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a rebound name', { host: 'evil.example' }, 403],
    ['a name that begins like loopback', { host: '127.0.0.1.evil.example' }, 403],
  ])('%s', async (_name, headers, status) => {
    const sandbox = await startSandbox();
    expect(await rawStatus(sandbox.admin, headers)).toBe(status);
  });
});

describe('faults', () => {
  test('the next calls of a path fail, then it works again', async () => {
    const sandbox = await startSandbox();
    const { api, id } = await connectCapable(sandbox);
    await fault(sandbox, {
      kind: 'api-error',
      error: 'UPSTREAM:NO_RESPONSE',
      path: '/odometer',
      count: 2,
    });
    const read = async (path: string) => (await api('GET', `/vehicles/${id}${path}`)).status;
    expect(await read('/fuel')).toBe(200);
    expect([await read('/odometer'), await read('/odometer'), await read('/odometer')]).toEqual([
      502, 502, 200,
    ]);
  });

  test('batch items meet them too', async () => {
    const sandbox = await startSandbox();
    const { api, id } = await connectCapable(sandbox);
    await fault(sandbox, { kind: 'api-error', error: 'UPSTREAM:RATE_LIMIT', path: '/fuel' });
    const requests = [{ path: '/odometer' }, { path: '/fuel' }];
    const { body } = await api('POST', `/vehicles/${id}/batch`, { requests });
    expect((body.responses as { code: number }[]).map((one) => one.code)).toEqual([200, 502]);
  });

  test('they can be kept to a method or a vehicle', async () => {
    const sandbox = await startSandbox();
    const { api, id } = await connectCapable(sandbox);
    await fault(sandbox, { kind: 'api-error', error: 'SERVER:INTERNAL', vehicleId: 'another' });
    await fault(sandbox, { kind: 'api-error', error: 'VEHICLE_STATE:UNREACHABLE', method: 'POST' });
    expect((await api('GET', `/vehicles/${id}/security`)).status).toBe(200);
    expect((await api('POST', `/vehicles/${id}/security`, { action: 'LOCK' })).status).toBe(409);
  });

  test('a probability meets some requests, the same ones for the same seed', async () => {
    const run = async () => {
      const sandbox = await startSandbox();
      const { api, id } = await connectCapable(sandbox);
      await fault(sandbox, { kind: 'api-error', error: 'UPSTREAM:NO_RESPONSE', probability: 0.4 });
      const statuses: number[] = [];
      for (let call = 0; call < 30; call += 1) {
        statuses.push((await api('GET', `/vehicles/${id}/odometer`)).status);
      }
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 502]));
    expect(await run()).toEqual(first);
  });

  test('retry-after can be chosen', async () => {
    const sandbox = await startSandbox();
    const { api, id } = await connectCapable(sandbox);
    await fault(sandbox, { kind: 'api-error', error: 'RATE_LIMIT:VEHICLE', retryAfter: 7 });
    const { headers } = await api('GET', `/vehicles/${id}/odometer`);
    expect(headers.get('retry-after')).toBe('7');
  });

  test('slow, broken and missing API answers', async () => {
    const sandbox = await startSandbox();
    const { api, id, accessToken } = await connectCapable(sandbox);
    await fault(sandbox, { kind: 'api-delay', ms: 120, path: '/odometer', count: 1 });
    const started = performance.now();
    expect((await api('GET', `/vehicles/${id}/odometer`)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(110);
    await fault(sandbox, { kind: 'api-not-json', path: '/vehicles', count: 1 });
    const headers = { authorization: `Bearer ${accessToken}` };
    const list = () => fetch(`${sandbox.origins.api}/v2.0/vehicles`, { headers });
    const broken = await list();
    expect([broken.status, broken.headers.get('content-type')]).toEqual([
      502,
      'text/html; charset=UTF-8',
    ]);
    await fault(sandbox, { kind: 'api-down', path: '/vehicles', count: 1 });
    await expect(list()).rejects.toThrow();
    expect((await list()).status).toBe(200);
  });

  test('the token endpoint down, slow, not JSON, or failing', async () => {
    const sandbox = await startSandbox();
    const { refreshToken } = await connectCars(sandbox);
    const refresh = () =>
      requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });
    await fault(sandbox, { kind: 'token-down', count: 1 });
    await expect(refresh()).rejects.toThrow('fetch failed');
    await fault(sandbox, { kind: 'token-not-json', count: 1 });
    await expect(refresh()).rejects.toThrow(SyntaxError);
    const error = 'unauthorized_client';
    await fault(sandbox, {
      kind: 'token-error',
      status: 400,
      error,
      description: 'no SEAT',
      count: 1,
    });
    expect((await refresh()).body).toEqual({ error, error_description: 'no SEAT' });
    await fault(sandbox, { kind: 'token-delay', ms: 120, count: 1 });
    const started = performance.now();
    expect((await refresh()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  test('they can be listed, removed one by one, and cleared', async () => {
    const sandbox = await startSandbox();
    await fault(sandbox, [{ kind: 'token-down' }, { kind: 'api-down', path: '/user' }]);
    expect((await admin(sandbox, 'GET', '/faults')).faults).toEqual([
      { id: 1, kind: 'token-down' },
      { id: 2, kind: 'api-down', path: '/user' },
    ]);
    expect((await admin(sandbox, 'DELETE', '/faults/1')).faults).toHaveLength(1);
    expect((await admin(sandbox, 'DELETE', '/faults')).faults).toEqual([]);
  });

  test.each([
    { kind: 'unknown' },
    { kind: 'api-error', error: 'NO:SUCH' },
    { kind: 'token-down', count: 0 },
    { kind: 'token-down', typo: 1 },
    { kind: 'api-delay', ms: -1 },
    { kind: 'connect-error', error: 'quote "' },
    { kind: 'connect-down', step: 'nowhere' },
    { kind: 'decline-permission', permissions: ['read_minds'] },
  ])('%j is refused', async (input) => {
    const sandbox = await startSandbox();
    expect(await fault(sandbox, input)).toEqual({ error: expect.any(String) });
    expect((await admin(sandbox, 'GET', '/faults')).faults).toEqual([]);
  });

  test('latency slows every token and API answer', async () => {
    const sandbox = await startSandbox({ latencyMs: 60 });
    const started = performance.now();
    const { api } = await connectCapable(sandbox);
    await api('GET', '/user');
    expect(performance.now() - started).toBeGreaterThan(3 * 55);
  });

  test('a delayed answer does not hold up the end', async () => {
    const sandbox = await startSandbox();
    await fault(sandbox, { kind: 'token-delay', ms: 60_000 });
    const hanging = requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: 'x' });
    const gone = expect(hanging).rejects.toThrow('fetch failed');
    await admin(sandbox, 'GET', '');
    await sandbox.close();
    await gone;
  });
});

describe('limits', () => {
  test('the application bucket empties and refills', async () => {
    const sandbox = await startSandbox({ rateLimit: { capacity: 3, perMinute: 2 } });
    const { api } = await connectCapable(sandbox);
    // connectCapable has taken one.
    const call = async () => (await api('GET', '/user')).status;
    expect([await call(), await call(), await call()]).toEqual([200, 200, 429]);
    const { body } = await api('GET', '/user');
    expect(body).toMatchObject({ type: 'RATE_LIMIT', code: 'SMARTCAR_API' });
    await advance(sandbox, 30);
    expect([await call(), await call()]).toEqual([200, 429]);
  });

  test('a vehicle is throttled with retry-after', async () => {
    const sandbox = await startSandbox({ vehicleLimit: { requests: 2, seconds: 120 } });
    const { api, id } = await connectCapable(sandbox);
    const read = () => api('GET', `/vehicles/${id}/odometer`);
    await read();
    await advance(sandbox, 20);
    await read();
    const refused = await read();
    expect(refused.body).toMatchObject({ type: 'RATE_LIMIT', code: 'VEHICLE', statusCode: 429 });
    expect(refused.headers.get('retry-after')).toBe('100');
    await advance(sandbox, 100);
    expect((await read()).status).toBe(200);
  });

  test('the monthly quota counts each path of a batch, and ends with the month', async () => {
    const sandbox = await startSandbox({ monthlyLimit: 3 });
    const { api, id } = await connectCapable(sandbox);
    const requests = ['/odometer', '/fuel', '/vin', '/location'].map((path) => ({ path }));
    const { body } = await api('POST', `/vehicles/${id}/batch`, { requests });
    expect((body.responses as { code: number }[]).map((one) => one.code)).toEqual([
      200, 200, 200, 430,
    ]);
    const refused = await api('GET', `/vehicles/${id}/vin`);
    expect(refused.status).toBe(430);
    expect(refused.body).toMatchObject({ type: 'BILLING', code: 'VEHICLE_REQUEST_LIMIT' });
    await advance(sandbox, 20 * 86_400);
    const again = await connectCapable(sandbox);
    expect((await again.api('GET', `/vehicles/${id}/vin`)).status).toBe(200);
  });

  test('the plan allows so many vehicles', async () => {
    const sandbox = await startSandbox({ vehicleQuota: 0 });
    const { api, id } = await connectCapable(sandbox);
    const { status, body } = await api('GET', `/vehicles/${id}/vin`);
    expect([status, body.code]).toEqual([430, 'VEHICLE_LIMIT']);
  });
});

describe('control', () => {
  test('expires access tokens but not refresh tokens', async () => {
    const sandbox = await startSandbox();
    const { api, refreshToken } = await connectCapable(sandbox);
    expect(await admin(sandbox, 'POST', '/expire-access-tokens')).toEqual({ expired: 1 });
    expect((await api('GET', '/user')).status).toBe(401);
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    expect((await requestToken(sandbox, form)).status).toBe(200);
  });

  test('expires refresh tokens but not access tokens', async () => {
    const sandbox = await startSandbox();
    const { api, refreshToken } = await connectCapable(sandbox);
    expect(await admin(sandbox, 'POST', '/expire-refresh-tokens')).toEqual({ expired: 1 });
    expect((await api('GET', '/user')).status).toBe(200);
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    expect((await requestToken(sandbox, form)).body).toMatchObject({ error: 'invalid_grant' });
  });

  test('lets a vehicle fail, and mends it', async () => {
    const sandbox = await startSandbox();
    const { api, id } = await connectCapable(sandbox);
    const read = () => api('GET', `/vehicles/${id}/odometer`);
    const fail = (vehicleId: string, error: unknown) =>
      admin(sandbox, 'POST', `/vehicles/${vehicleId}/fail`, { error });
    const error = 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED';
    await fail(id, error);
    const { body } = await read();
    const { url } = body.resolution as { url: string };
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      client_id: sandbox.clientId,
      response_type: 'vehicle_id',
      vehicle_id: id,
    });
    await fail(id, null);
    expect((await read()).status).toBe(200);
    expect(await fail('another', error)).toHaveProperty('error');
    expect(await fail(id, 'NO:SUCH')).toHaveProperty('error');
    expect((await read()).status).toBe(200);
  });

  test('sets the charge of a vehicle', async () => {
    const sandbox = await startSandbox();
    const { api, id } = await connectCapable(sandbox);
    const set = (vehicleId: string, level: number) =>
      admin(sandbox, 'POST', `/vehicles/${vehicleId}/charge`, { level });
    await set(id, 0.12);
    expect((await api('GET', `/vehicles/${id}/battery`)).body.percentRemaining).toBe(0.12);
    expect(await set('another', 0.5)).toHaveProperty('error');
    expect(await set(id, 2)).toHaveProperty('error');
    expect((await api('GET', `/vehicles/${id}/battery`)).body.percentRemaining).toBe(0.12);
  });

  test('resets everything', async () => {
    const sandbox = await startSandbox();
    const { api } = await connectCapable(sandbox);
    await fault(sandbox, { kind: 'token-down' });
    await admin(sandbox, 'POST', '/reset');
    expect((await api('GET', '/user')).status).toBe(401);
    const summary = await admin(sandbox, 'GET', '');
    expect(summary).toMatchObject({
      accessTokens: 0,
      refreshTokens: 0,
      connections: [],
      faults: [],
    });
  });

  test('the clock only goes forward', async () => {
    const sandbox = await startSandbox();
    expect(await admin(sandbox, 'POST', '/clock/advance', { ms: -1 })).toHaveProperty('error');
    expect(await advance(sandbox, 60)).toEqual({ time: '2026-05-12T02:31:00.000Z' });
  });

  test('the request log tells what happened and no secret', async () => {
    const sandbox = await startSandbox();
    const { accessToken, refreshToken, code, id, api } = await connectCapable(sandbox);
    await api('GET', `/vehicles/${id}/odometer`);
    const { requests } = (await admin(sandbox, 'GET', '/requests')) as {
      requests: Record<string, unknown>[];
    };
    expect(requests.at(-1)).toEqual({
      time: '2026-05-12T02:30:00.000Z',
      method: 'GET',
      path: `/v2.0/vehicles/${id}/odometer`,
      status: 200,
      ms: 0,
      clientId: sandbox.clientId,
    });
    expect(requests.map((one) => one.path)).toContain('/connect/:session/grant');
    const text = JSON.stringify([requests, await admin(sandbox, 'GET', '')]);
    for (const secret of [accessToken, refreshToken, code, sandbox.clientSecret]) {
      expect(text).not.toContain(secret);
    }
    await admin(sandbox, 'DELETE', '/requests');
    expect(await admin(sandbox, 'GET', '/requests')).toEqual({ requests: [] });
  });
});
