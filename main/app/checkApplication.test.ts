import { expect, test, vi } from 'vitest';
import { startSandboxProcess } from '../../backend/testing/sandbox.ts';
import type { ApplicationForm } from '../../contract/application.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { json, type RecordedRequest, serve } from '../testing/httpServer.ts';
import { createCheckApplication } from './checkApplication.ts';

const FORM: ApplicationForm = {
  clientId: '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42',
  clientSecret: 's3cret',
  redirectUris: 'https://fleet.example/done',
  mode: 'live',
};
const MATRIX = '/v2.0/compatibility/matrix?region=US&make=TESLA&mode=live';

function checkAt(origin: string, { ahead = 0 } = {}) {
  const admit = vi.fn(async () => undefined);
  const meter = vi.fn((_application: string) => ({ admit }));
  const onSpent = vi.fn();
  const check = createCheckApplication({
    origins: { connect: origin, auth: origin, api: origin },
    fetch,
    now: () => Date.now() + ahead,
    meter,
    onSpent,
  });
  return { check, admit, meter, onSpent };
}

type Answer = readonly [status: number, body: object];

/** A Smartcar that answers the list of models like this, and the token endpoint like that. */
function smartcar(models: Answer, tokens: Answer = [500, {}]) {
  return serve(({ method }, response) => json(response, ...(method === 'POST' ? tokens : models)));
}

const asked = (requests: readonly RecordedRequest[]) =>
  requests.map(({ method, url }) => `${method} ${url}`);

const REFUSED: Answer = [401, { type: 'AUTHENTICATION', code: null }];

test('the sandbox accepts its own secret and refuses another one, as Smartcar does', async () => {
  const sandbox = await startSandboxProcess();
  try {
    const { check } = checkAt(sandbox.origin);
    const { clientId, clientSecret } = sandbox;
    const verdict = async (form: Partial<ApplicationForm>) =>
      (await check({ ...FORM, clientId, clientSecret, ...form })).credentials;
    expect(await verdict({})).toBe('accepted');
    expect(await verdict({ clientSecret: 'another' })).toBe('credentials_refused');
    expect(await verdict({ clientId: FORM.clientId })).toBe('credentials_refused');
    const error = 'BILLING:INVALID_PLAN';
    await sandbox.admin('POST', '/faults', { kind: 'api-error', error });
    expect(await verdict({})).toBe('not_in_plan');
  } finally {
    await sandbox.stop();
  }
});

test('one call, which counts for that application and carries the secret in its header', async () => {
  const { origin, requests } = await smartcar([200, {}]);
  const { check, admit, meter, onSpent } = checkAt(origin);
  expect((await check(FORM)).credentials).toBe('accepted');
  expect(asked(requests)).toEqual([`GET ${MATRIX}`]);
  const basic = Buffer.from(`${FORM.clientId}:s3cret`).toString('base64');
  expect(requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
  expect(meter).toHaveBeenCalledExactlyOnceWith(FORM.clientId);
  expect(admit).toHaveBeenCalledOnce();
  expect(onSpent).toHaveBeenCalledOnce();
});

test('a refusal is believed only where the token endpoint refuses as well', async () => {
  const both = await smartcar(REFUSED, [401, { error: 'invalid_client' }]);
  expect((await checkAt(both.origin).check(FORM)).credentials).toBe('credentials_refused');
  expect(asked(both.requests)).toEqual([`GET ${MATRIX}`, 'POST /oauth/token']);
  const onlyThePlan = await smartcar(REFUSED, [400, { error: 'invalid_grant' }]);
  expect((await checkAt(onlyThePlan.origin).check(FORM)).credentials).toBe('not_in_plan');
  const neither = await smartcar(REFUSED, [502, {}]);
  expect((await checkAt(neither.origin).check(FORM)).credentials).toBe('failed');
});

test.each([
  [[403, { type: 'PERMISSION', code: null }], 'not_in_plan'],
  [[430, { type: 'BILLING', code: 'INVALID_PLAN' }], 'not_in_plan'],
  [[429, { type: 'RATE_LIMIT', code: 'SMARTCAR_API' }], 'too_often'],
  [[500, { type: 'SERVER', code: 'INTERNAL' }], 'failed'],
  [[200, ['a proxy’s page']], 'failed'],
] as const)('what answers %j says %s', async (answer, verdict) => {
  const { origin, requests } = await smartcar(answer);
  expect((await checkAt(origin).check(FORM)).credentials).toBe(verdict);
  expect(requests).toHaveLength(1);
});

test('nothing answers: neither the secret nor the clock is known', async () => {
  const { check } = checkAt('http://127.0.0.1:9');
  expect(await check(FORM)).toEqual({ credentials: 'offline', clockOffsetMs: null });
});

test('without budget Smartcar is not asked', async () => {
  const { origin, requests } = await smartcar([200, {}]);
  const { check, admit } = checkAt(origin);
  admit.mockRejectedValue(new SmartcarError({ type: 'RATE_LIMIT', code: 'SMARTCAR_API' }));
  expect((await check(FORM)).credentials).toBe('budget_used');
  expect(requests).toEqual([]);
});

test('the clock is compared with the one of the answer', async () => {
  const { origin } = await smartcar([200, {}]);
  const { clockOffsetMs } = await checkAt(origin, { ahead: 5 * 60_000 }).check(FORM);
  expect(Math.abs((clockOffsetMs ?? 0) - 5 * 60_000)).toBeLessThan(2_000);
});
