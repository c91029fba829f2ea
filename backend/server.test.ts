import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { createToken } from './staff/tokenFile.ts';
import { asker, json, startTestBackend, type TestBackend } from './testing/backend.ts';
import { type SandboxProcess, startSandboxProcess } from './testing/sandbox.ts';

const REDIRECT_URI = 'http://localhost:53682/callback';
const VIN = '5YJ3E1EA7KF317000';
const SCOPE = 'read_odometer read_battery';

let sandbox: SandboxProcess;
let staff: { token: string; line: string };

beforeAll(async () => {
  [sandbox, staff] = await Promise.all([startSandboxProcess(), createToken('anna')]);
});
afterAll(() => sandbox.stop());

const start = () => startTestBackend(sandbox, [staff.line]);
const askAs = (backend: TestBackend) => asker(backend.url, staff.token);
const query = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;

describe('the path', () => {
  test('exchange, refresh, compatibility, application and health; the log tells nothing', async () => {
    const backend = await start();
    const ask = askAs(backend);
    const code = await sandbox.connect(REDIRECT_URI);

    const exchanged = await ask('POST', '/v1/exchange', json({ code, redirectUri: REDIRECT_URI }));
    expect(exchanged.status).toBe(200);
    expect(exchanged.body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]{20,}$/),
      refreshToken: expect.stringMatching(/^[\w-]{20,}$/),
      expiresIn: 7200,
      refreshExpiresIn: 5_184_000,
    });
    const { refreshToken } = exchanged.body;
    const refreshed = await ask('POST', '/v1/refresh', json({ refreshToken }));
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.refreshToken).not.toBe(refreshToken);
    const vehicles = await fetch(`${sandbox.origin}/v2.0/vehicles`, {
      headers: { authorization: `Bearer ${refreshed.body.accessToken}` },
    });
    expect(vehicles.status).toBe(200);

    const reused = await ask('POST', '/v1/exchange', json({ code, redirectUri: REDIRECT_URI }));
    expect([reused.status, reused.body.code]).toEqual([400, 'invalid_grant']);
    expect(JSON.stringify(reused.body)).not.toContain(code);

    const check = await ask('GET', `/v1/compatibility${query({ vin: VIN, scope: SCOPE })}`);
    expect(check.status).toBe(200);
    expect(check.body).toMatchObject({ compatible: true, reason: null });
    expect(check.body.capabilities).toContainEqual(
      expect.objectContaining({ permission: 'read_odometer', endpoint: '/odometer' }),
    );
    const abroad = { vin: VIN, scope: `required:${SCOPE}`, country: 'de' };
    const german = await ask('GET', `/v1/compatibility${query(abroad)}`);
    expect([german.status, german.body.capabilities]).toEqual([200, []]);

    const wanted = { region: 'EUROPE', type: 'BEV', make: 'TESLA', scope: 'read_battery' };
    const matrix = await ask('GET', `/v1/compatibility/matrix${query(wanted)}`);
    expect(matrix.status).toBe(200);
    expect(Object.keys(matrix.body)).toEqual(['TESLA']);
    expect(matrix.body.TESLA).toContainEqual(expect.objectContaining({ type: 'BEV' }));

    const application = await ask('GET', '/v1/application');
    expect(application.body).toMatchObject({
      clientId: sandbox.clientId,
      redirectUris: sandbox.redirectUris,
      mode: 'simulated',
    });
    expect(application.body.scopePresets).toHaveLength(4);
    expect(JSON.stringify(application.body)).not.toContain(sandbox.clientSecret);

    const health = await asker(backend.url, null)('GET', '/healthz');
    expect(health.body).toEqual({ status: 'ok', version: manifest.version });

    await ask('GET', `/v1/exchange/${code}/${VIN}`);
    const log = backend.log();
    const secrets = [
      [code, staff.token, sandbox.clientSecret, VIN],
      [exchanged.body, refreshed.body].flatMap((pair) => [pair.accessToken, pair.refreshToken]),
    ].flat();
    for (const secret of secrets) expect(log).not.toContain(String(secret));
    const lines = log.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({
      time: '2026-05-12T08:00:00.000Z',
      requestId: exchanged.headers.get('x-request-id'),
      staff: 'anna',
      method: 'POST',
      path: '/v1/exchange',
      status: 200,
      ms: 0,
    });
    expect(lines.map(({ path }) => path)).toContain('/v1/compatibility');
    expect(lines.at(-2)).toMatchObject({ path: '/healthz', staff: null });
    expect(lines.at(-1)).toMatchObject({ path: '(unknown)', status: 404 });
    expect(backend.warnings()).toEqual([]);
  });

  test('a problem has the form of RFC 9457, every answer the headers', async () => {
    const backend = await start();
    const answer = await askAs(backend)('GET', '/nothing');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is no such route.',
      instance: `urn:uuid:${answer.headers.get('x-request-id')}`,
      code: 'not_found',
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const options = { headers: { origin: 'https://a.example' } };
    const preflight = await askAs(backend)('OPTIONS', '/v1/exchange', options);
    expect(preflight.status).toBe(404);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('bad input', () => {
  const good = { code: 'a-code', redirectUri: REDIRECT_URI };
  test.each([
    ['no JSON type', { body: JSON.stringify(good) }, 415],
    ['not JSON', { ...json(''), body: '{' }, 400],
    ['not an object', json([]), 400],
    ['a missing member', json({ code: 'a-code' }), 400],
    ['one member too many', json({ ...good, secret: 'hush' }), 400],
    ['a redirect URI that is not registered', json({ ...good, redirectUri: 'https://a.b/' }), 400],
    ['another mode', json({ ...good, mode: 'live' }), 400],
    ['a code with a line break', json({ ...good, code: 'one\ntwo' }), 400],
    ['a body too large', json({ ...good, code: 'x'.repeat(70_000) }), 413],
  ])('%s is refused', async (_name, init, status) => {
    const backend = await start();
    const answer = await askAs(backend)('POST', '/v1/exchange', init);
    expect([answer.status, answer.body.code]).toEqual([status, 'invalid_request']);
    expect(JSON.stringify(answer.body)).not.toMatch(/a-code|hush|two/);
  });

  test('a body without a length is read, and refused when it is too large', async () => {
    const backend = await start();
    const chunked = (text: string) =>
      ({ ...json(''), body: new Blob([text]).stream(), duplex: 'half' }) as RequestInit;
    const small = chunked('{"refreshToken":"unknown"}');
    const read = await askAs(backend)('POST', '/v1/refresh', small);
    expect([read.status, read.body.code]).toEqual([400, 'invalid_grant']);
    const large = chunked('x'.repeat(70_000));
    const refused = await askAs(backend)('POST', '/v1/refresh', large);
    expect([refused.status, refused.body.code]).toEqual([413, 'invalid_request']);
  });

  test.each([
    ['/v1/compatibility', 'scope=read_vin'],
    ['/v1/compatibility', `vin=${VIN}`],
    ['/v1/compatibility', `vin=${VIN.slice(1)}&scope=read_vin`],
    ['/v1/compatibility', `vin=${VIN}&scope=read_vin&country=Germany`],
    ['/v1/compatibility', `vin=${VIN}&vin=${VIN}&scope=read_vin`],
    ['/v1/compatibility', `vin=${VIN}&scope=read_vin&flags=x`],
    ['/v1/compatibility', `vin=${VIN}&scope=read_minds`],
    ['/v1/compatibility/matrix', ''],
    ['/v1/compatibility/matrix', 'region=MOON'],
    ['/v1/compatibility/matrix', 'region=US&type=STEAM'],
  ])('%s?%s is refused', async (path, search) => {
    const backend = await start();
    const answer = await askAs(backend)('GET', `${path}?${search}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
    expect(JSON.stringify(answer.body)).not.toContain(VIN.slice(1));
  });
});
