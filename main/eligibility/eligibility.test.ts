import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from '../../backend/testing/sandbox.ts';
import type { Application } from '../../contract/application.ts';
import { PERMISSIONS } from '../../contract/permissions.ts';
import { checkDigitOf } from '../../contract/vin.ts';
import { eligibilityAt, exchangeOf, request } from '../testing/eligibility.ts';
import { fleetVin, NOW } from '../testing/exchanges.ts';

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterAll(() => sandbox.stop());

const eligibility = (changes?: Parameters<typeof eligibilityAt>[1]) =>
  eligibilityAt(sandbox, changes);

const MINUTE = 60_000;

/** A VIN with this start that passes every check of form. */
function vinOf(start: string, year = 'R'): string {
  const draft = `${start}A1CE00${year}F000001`;
  return draft.slice(0, 8) + checkDigitOf(draft) + draft.slice(9);
}

describe('a car of the United States', () => {
  test('is checked by its VIN, with what it can give', async () => {
    const { check, asked } = await eligibility();
    const [tesla, honda] = [fleetVin('TESLA'), fleetVin('HONDA')];
    expect(await check(request([tesla, honda]))).toEqual({
      problem: null,
      reports: [
        {
          vin: tesla,
          checkDigit: 'right',
          make: 'TESLA',
          year: 2018,
          likelihood: 'likely',
          reason: 'checked',
          capable: ['read_odometer', 'read_battery'],
          missing: ['read_fuel'],
        },
        {
          vin: honda,
          checkDigit: 'right',
          make: 'HONDA',
          year: 2023,
          likelihood: 'likely',
          reason: 'checked',
          capable: ['read_odometer', 'read_fuel'],
          missing: ['read_battery'],
        },
      ],
    });
    expect(asked.sort()).toEqual([`compatibility ${honda}`, `compatibility ${tesla}`].sort());
  });

  test('counts as capable of a permission if one of its endpoints is', async () => {
    const capabilities = [
      { permission: 'read_charge', capable: false },
      { permission: 'read_charge', capable: true },
      { permission: 'read_tires', capable: false },
      { permission: 'read_tires', capable: false },
    ];
    const compatibility = async () => ({ compatible: true, reason: null, capabilities });
    const { check } = await eligibility({ exchange: async () => exchangeOf({ compatibility }) });
    const permissions = ['read_tires', 'read_charge', 'read_vin'] as const;
    const { reports } = await check({ vins: [fleetVin('TESLA')], permissions, country: 'US' });
    // Of what Smartcar says nothing about, nothing is told.
    expect(reports).toMatchObject([{ capable: ['read_charge'], missing: ['read_tires'] }]);
  });

  test.each([
    ['of a brand that is not served there', fleetVin('RENAULT'), 'make_not_compatible'],
    ['of nobody’s brand', vinOf('ZZZ'), 'make_not_compatible'],
    ['too old to be connected', vinOf('5YJ', '8'), 'vehicle_not_compatible'],
  ])('%s is unlikely', async (_what, vin, reason) => {
    const { check } = await eligibility();
    expect((await check(request([vin]))).reports).toMatchObject([
      { vin, likelihood: 'unlikely', reason, capable: [], missing: [] },
    ]);
  });
});

describe('a car elsewhere', () => {
  test('is compared with the models of its brand, year and region', async () => {
    const { check, asked } = await eligibility();
    const vins = [fleetVin('RENAULT', 1), fleetVin('TESLA')];
    const { reports, problem } = await check(request(vins, 'DE'));
    expect(problem).toBeNull();
    expect(reports).toMatchObject([
      // A Renault of that year may have a battery, a tank, or both.
      { make: 'RENAULT', likelihood: 'likely', reason: 'brand_in_matrix', missing: [] },
      { make: 'TESLA', likelihood: 'likely', reason: 'brand_in_matrix', missing: ['read_fuel'] },
    ]);
    expect(reports[0]?.capable).not.toContain('read_battery');
    expect(reports[1]?.capable).toContain('read_battery');
    expect(asked.sort()).toEqual([
      'compatibility/matrix EUROPE RENAULT',
      'compatibility/matrix EUROPE TESLA',
    ]);
  });

  test.each([
    ['of a brand without models there', vinOf('1HG'), 'CA', 'unlikely', 'not_in_matrix'],
    ['too old for any model', vinOf('5YJ', '8'), 'CA', 'unlikely', 'not_in_matrix'],
    ['whose VIN need not say the year', vinOf('VF1', '1'), 'FR', 'unknown', 'not_in_matrix'],
    ['whose VIN says no year', vinOf('VF1', '0'), 'FR', 'likely', 'brand_in_matrix'],
    ['of nobody’s brand', vinOf('ZZZ'), 'DE', 'unknown', 'brand_unknown'],
    ['where Smartcar serves nobody', vinOf('5YJ'), 'BR', 'unlikely', 'country_not_served'],
  ])('%s', async (_what, vin, country, likelihood, reason) => {
    const { check } = await eligibility();
    const answer = await check(request([vin], country));
    expect(answer).toMatchObject({ problem: null, reports: [{ likelihood, reason }] });
  });

  test('of the United States too, where only models are asked about', async () => {
    const { checkModels, asked } = await eligibility();
    const vins = [fleetVin('TESLA'), fleetVin('TESLA', 1), vinOf('5YJ', '8'), 'x'];
    const { reports } = await checkModels(request(vins));
    expect(reports.map(({ reason }) => reason)).toEqual([
      'brand_in_matrix',
      'brand_in_matrix',
      'not_in_matrix',
      'vin_invalid',
    ]);
    expect(asked).toEqual(['compatibility/matrix US TESLA']);
  });

  test('shares one list with all of its brand, for some minutes and one application', async () => {
    let now = NOW;
    let application: Application = { kind: 'simulated' };
    const { check, asked } = await eligibility({
      now: () => now,
      application: () => application,
    });
    const vins = Array.from({ length: 20 }, (_, ordinal) => fleetVin('TESLA', ordinal));
    const ofLists = () => asked.filter((line) => line.startsWith('compatibility/matrix')).length;
    await check(request(vins, 'DE'));
    await check(request(vins, 'FR'));
    expect(ofLists()).toBe(1);
    await check(request(vins, 'CA'));
    expect(ofLists()).toBe(2);
    now += 10 * MINUTE;
    await check(request(vins, 'DE'));
    expect(ofLists()).toBe(3);
    application = { kind: 'simulated' };
    await check(request(vins, 'DE'));
    expect(ofLists()).toBe(4);
  });

  test('does not take a list that failed for a list', async () => {
    const { check } = await eligibility();
    await sandbox.admin('POST', '/faults', { kind: 'api-not-json', count: 1 });
    const vins = [fleetVin('TESLA')];
    expect(await check(request(vins, 'DE'))).toMatchObject({
      problem: 'failed',
      reports: [{ likelihood: 'unknown', reason: 'not_checked' }],
    });
    expect((await check(request(vins, 'DE'))).problem).toBeNull();
  });
});

describe('nobody is asked about', () => {
  test.each([
    ['a text that is too short', '5YJ', null],
    ['letters that no VIN has', '5YJOIQ0000000000Q', null],
    ['a wrong check digit', fleetVin('TESLA').replace('5YJ', '5YK'), 'wrong'],
    ['nothing', ' ', null],
  ])('%s', async (_what, vin, checkDigit) => {
    const { check, exchange } = await eligibility();
    const { reports, problem } = await check(request([vin]));
    expect(problem).toBeNull();
    expect(reports).toMatchObject([{ likelihood: 'unlikely', reason: 'vin_invalid', checkDigit }]);
    expect(exchange).not.toHaveBeenCalled();
  });

  test.each(['US', 'DE', 'BR'])('a brand that only phones can connect (%s)', async (country) => {
    const { check, exchange } = await eligibility();
    const { reports } = await check(request([fleetVin('FORD')], country));
    expect(reports).toMatchObject([{ make: 'FORD', likelihood: 'unlikely', reason: 'phone_only' }]);
    expect(exchange).not.toHaveBeenCalled();
  });
});

describe('a list', () => {
  test('is answered in its order, each car once, however it is written', async () => {
    const { check, asked } = await eligibility();
    const [a, b] = [fleetVin('TESLA', 1), fleetVin('TESLA', 2)];
    const spaced = ` ${a.slice(0, 3).toLowerCase()}-${a.slice(3)} `;
    const { reports } = await check(request([b, 'x', spaced, b, a]));
    expect(reports.map(({ vin }) => vin)).toEqual([b, 'X', a, b, a]);
    expect(asked).toHaveLength(2);
  });

  test('is asked for four at a time', async () => {
    let running = 0;
    let most = 0;
    const counting: typeof fetch = async (...call) => {
      running += 1;
      most = Math.max(most, running);
      const response = await fetch(...call);
      const text = await response.text();
      running -= 1;
      return new Response(text, response);
    };
    const { check, asked } = await eligibility({ appFetch: counting });
    const vins = Array.from({ length: 20 }, (_, ordinal) => fleetVin('TESLA', ordinal));
    const { reports } = await check(request(vins));
    expect(reports).toHaveLength(20);
    expect(asked).toHaveLength(20);
    expect(most).toBe(4);
  });
});

test('every permission may be asked about', async () => {
  const { check } = await eligibility();
  const vins = [fleetVin('TESLA')];
  const { reports, problem } = await check({ vins, permissions: PERMISSIONS, country: 'US' });
  expect(problem).toBeNull();
  expect(reports[0]?.capable).toContain('read_battery');
});
