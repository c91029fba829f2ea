import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createToken } from './staff/tokenFile.ts';
import { asker, json, startTestBackend, type TestBackend } from './testing/backend.ts';
import { type SandboxProcess, startSandboxProcess } from './testing/sandbox.ts';

const VIN = '5YJ3E1EA7KF317000';
const SCOPE = 'read_odometer read_battery';

let sandbox: SandboxProcess;
let staff: { token: string; line: string };

beforeAll(async () => {
  [sandbox, staff] = await Promise.all([startSandboxProcess(), createToken('anna')]);
});
afterEach(() => sandbox.admin('DELETE', '/faults'));
afterAll(() => sandbox.stop());

const start = (changes?: Parameters<typeof startTestBackend>[2]) =>
  startTestBackend(sandbox, [staff.line], changes);
const askAs = (backend: TestBackend) => asker(backend.url, staff.token);
const fault = (body: object) => sandbox.admin('POST', '/faults', body);

describe('Smartcar in trouble', () => {
  const check = `/v1/compatibility?${new URLSearchParams({ vin: VIN, scope: SCOPE })}`;
  const refresh = json({ refreshToken: 'a-refresh-token' });

  test.each([
    [{ kind: 'token-down' }, 502, 'smartcar_unreachable'],
    [{ kind: 'token-not-json' }, 502, 'smartcar_unreadable'],
    [
      { kind: 'token-error', status: 400, error: 'unauthorized_client' },
      403,
      'unauthorized_client',
    ],
    [{ kind: 'token-error', status: 401, error: 'invalid_client' }, 502, 'invalid_client'],
    [{ kind: 'token-error', status: 400, error: 'odd', description: 'X' }, 502, 'smartcar_refused'],
  ])('%o at the token endpoint', async (kind, status, code) => {
    const backend = await start();
    await fault(kind);
    const answer = await askAs(backend)('POST', '/v1/refresh', refresh);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toContain('a-refresh-token');
  });

  test.each([
    [{ kind: 'api-down' }, 502, 'smartcar_unreachable', undefined],
    [{ kind: 'api-not-json' }, 502, 'smartcar_unreadable', undefined],
  ])('%o at the API', async (kind, status, code, smartcar) => {
    const backend = await start();
    await fault(kind);
    const answer = await askAs(backend)('GET', check);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.smartcar).toEqual(smartcar);
  });

  test('the application’s limit at Smartcar is passed on', async () => {
    const strict = await startSandboxProcess('--rate-limit', '1/2');
    onTestFinished(async () => {
      await strict.stop();
    });
    const backend = await startTestBackend(strict, [staff.line]);
    expect((await askAs(backend)('GET', check)).status).toBe(200);
    const answer = await askAs(backend)('GET', check);
    expect([answer.status, answer.body.code]).toEqual([429, 'rate_limited']);
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    const { smartcar } = answer.body;
    expect(smartcar).toEqual({ status: 429, type: 'RATE_LIMIT', code: 'SMARTCAR_API' });
  });

  test('an error of the API keeps its name and loses its texts', async () => {
    const body = { type: 'BILLING', code: `Unknown ${VIN}`, description: `No plan for ${VIN}.` };
    const refusing = async () => Response.json(body, { status: 430 });
    const backend = await start({ fetch: refusing });
    const answer = await askAs(backend)('GET', check);
    expect([answer.status, answer.body.code]).toEqual([502, 'smartcar_refused']);
    expect(answer.body.smartcar).toEqual({ status: 430, type: 'BILLING', code: null });
    expect(JSON.stringify(answer.body)).not.toContain(VIN);
  });

  test('a slow Smartcar is given up in time', async () => {
    const backend = await start({ smartcarTimeoutMs: 60 });
    await fault({ kind: 'token-delay', ms: 60_000 });
    await fault({ kind: 'api-delay', ms: 60_000 });
    for (const answer of [
      await askAs(backend)('POST', '/v1/refresh', refresh),
      await askAs(backend)('GET', check),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([504, 'smartcar_timed_out']);
    }
  });

  test('a wrong client secret is this server’s fault, and said so', async () => {
    const backend = await start({ clientSecret: 'not-the-secret' });
    for (const answer of [
      await askAs(backend)('POST', '/v1/refresh', refresh),
      await askAs(backend)('GET', check),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([502, 'invalid_client']);
      expect(JSON.stringify(answer.body)).not.toContain('not-the-secret');
    }
  });
});
