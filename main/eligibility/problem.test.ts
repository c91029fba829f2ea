import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from '../../backend/testing/sandbox.ts';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { ExchangeError } from '../exchange/tokenExchange.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { eligibilityAt, exchangeOf, request } from '../testing/eligibility.ts';
import { backendExchange, duringFault, fleetVin } from '../testing/exchanges.ts';
import { meteredChecks } from './metered.ts';

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterAll(() => sandbox.stop());

const eligibility = (changes?: Parameters<typeof eligibilityAt>[1]) =>
  eligibilityAt(sandbox, changes);

describe('no answer of Smartcar’s', () => {
  const vins = Array.from({ length: 20 }, (_, ordinal) => fleetVin('TESLA', ordinal));

  test.each<[ExchangeProblem, string | null, string]>([
    ['unreachable', null, 'offline'],
    ['timed_out', null, 'offline'],
    ['backend_cannot_reach_smartcar', null, 'offline'],
    ['invalid_client', null, 'credentials_refused'],
    ['unauthorized_client', null, 'credentials_refused'],
    ['staff_token_refused', null, 'credentials_refused'],
    ['secret_unavailable', null, 'secret_unavailable'],
    ['rate_limited', 'RATE_LIMIT:SMARTCAR_API', 'too_often'],
    ['refused', 'BILLING:INVALID_PLAN', 'not_in_plan'],
    ['refused', 'PERMISSION', 'not_in_plan'],
    ['refused', 'SERVER:INTERNAL', 'failed'],
    ['refused', null, 'failed'],
    ['unreadable_answer', null, 'failed'],
    ['invalid_grant', null, 'failed'],
  ])('%s (%s) is told as %s, with what the VINs say', async (problem, apiError, told) => {
    const compatibility = vi.fn(() => Promise.reject(new ExchangeError(problem, null, apiError)));
    const { check } = await eligibility({ exchange: async () => exchangeOf({ compatibility }) });
    const answer = await check(request([...vins, 'x']));
    expect(answer.problem).toBe(told);
    expect(answer.reports.at(-1)?.reason).toBe('vin_invalid');
    for (const report of answer.reports.slice(0, -1)) {
      expect(report).toMatchObject({
        make: 'TESLA',
        checkDigit: 'right',
        likelihood: 'unknown',
        reason: 'not_checked',
      });
    }
    // What holds for all is not asked twenty times; a failure may be of one car alone.
    expect(compatibility.mock.calls.length).toBe(told === 'failed' ? vins.length : 4);
  });

  test('a budget that is used up ends the questions before they leave', async () => {
    const compatibility = vi.fn(async () => ({
      compatible: true,
      reason: null,
      capabilities: [],
    }));
    let left = 6;
    const meter = {
      admit: async () => {
        left -= 1;
        if (left < 0) throw new SmartcarError({ type: 'RATE_LIMIT', code: 'SMARTCAR_API' });
      },
    };
    const onSpent = vi.fn();
    const exchange = meteredChecks(exchangeOf({ compatibility }), meter, onSpent);
    const { check } = await eligibility({ exchange: async () => exchange });
    const { reports, problem } = await check(request(vins));
    expect(problem).toBe('budget_used');
    expect(compatibility).toHaveBeenCalledTimes(6);
    expect(onSpent).toHaveBeenCalledTimes(6);
    expect(reports.filter(({ reason }) => reason === 'checked')).toHaveLength(6);
  });

  test('from the sandbox and through the backend alike', async () => {
    await duringFault(sandbox, { kind: 'api-down' });
    const local = await eligibility();
    expect((await local.check(request(vins))).problem).toBe('offline');
    const backend = await backendExchange(sandbox);
    const through = await eligibility({ exchange: async () => backend });
    expect((await through.check(request(vins, 'DE'))).problem).toBe('offline');
  });

  test('about one car of several', async () => {
    const [bad = '', ...good] = vins;
    const failing: typeof fetch = async (input, init) =>
      String(input).includes(bad)
        ? Response.json({ type: 'SERVER', code: 'INTERNAL' }, { status: 500 })
        : fetch(input, init);
    const { check } = await eligibility({ appFetch: failing });
    const { reports, problem } = await check(request(vins));
    expect(problem).toBe('failed');
    expect(reports.map(({ reason }) => reason)).toEqual([
      'not_checked',
      ...good.map(() => 'checked'),
    ]);
  });

  test('because there is no exchange for now', async () => {
    const exchange = () => Promise.reject(new SmartcarError({ type: 'NETWORK' }));
    const { check } = await eligibility({ exchange });
    expect((await check(request(vins))).problem).toBe('offline');
  });

  test('because a person stopped it', async () => {
    await duringFault(sandbox, { kind: 'api-delay', ms: 60_000 });
    const controller = new AbortController();
    const stopping: typeof fetch = (...call) => {
      controller.abort();
      return fetch(...call);
    };
    const { check } = await eligibility({ appFetch: stopping });
    await expect(check(request(vins), controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('but a defect of ours is not hidden', async () => {
    const compatibility = () => Promise.reject(new TypeError('a defect'));
    const { check } = await eligibility({ exchange: async () => exchangeOf({ compatibility }) });
    await expect(check(request(vins))).rejects.toThrow('a defect');
  });
});

test('a check that is stopped does not end another one of the same brand', async () => {
  const controller = new AbortController();
  const gate = Promise.withResolvers<void>();
  onTestFinished(() => gate.resolve());
  let calls = 0;
  const slow: typeof fetch = async (input, init) => {
    calls += 1;
    await gate.promise;
    return fetch(input, init);
  };
  const { check } = await eligibility({ appFetch: slow });
  const wanted = request([fleetVin('TESLA')], 'DE');
  const stopped = check(wanted, controller.signal);
  const other = check(wanted);
  await vi.waitFor(() => expect(calls).toBe(2));
  controller.abort();
  gate.resolve();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect((await other).reports).toMatchObject([{ reason: 'brand_in_matrix' }]);
});
