import { expect, test } from 'vitest';
import { linesOf, packVehicles } from '../../../contract/packedVehicles.ts';
import { countMatches, matcher } from './match.ts';
import { parseQuery } from './query/parseQuery.ts';
import { NO_ALERTED, read, vehicleWith } from './testing/vehicles.ts';
import { createVehicleStore } from './vehicleStore.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const failed = (reason: 'later' | 'car_state') => ({
  last: null,
  problem: { reason, code: null, requestId: null, retryAt: null, at: '2026-11-25T11:00:00.000Z' },
});

const FLEET = [
  vehicleWith('van', {
    make: 'FORD',
    model: 'Transit',
    year: 2021,
    vin: 'WF0AAATTGAKB12345',
    labels: { name: 'Van 1', group: 'Pool', driver: 'Björn Ångström', tags: ['tow bar', 'lease'] },
    readings: { ...read('fuel', { fraction: 0.2, rangeKm: 90, amountLitres: 11 }) },
  }),
  vehicleWith('tesla', {
    make: 'TESLA',
    model: 'Model 3',
    labels: { group: 'North', plate: 'B-MP 77' },
    paused: true,
    readings: {
      ...read('battery', { fraction: 0.55, rangeKm: 250 }, '2026-11-22T10:00:00.000Z'),
      charge: failed('later'),
    },
    hold: { cause: 'vehicle_limit', until: '2026-11-25T13:00:00.000Z' },
  }),
  vehicleWith('gone', {
    make: 'FORD',
    access: 'reconnect',
    labels: { group: 'Poolside' },
    hold: { cause: 'fault', until: '2026-11-25T11:00:00.000Z' },
    readings: { odometer: failed('car_state') },
  }),
  vehicleWith('blank'),
];
const ALL = FLEET.map(({ id }) => id);

function storeOfFleet() {
  const store = createVehicleStore();
  store.setAlerted({ ...NO_ALERTED, lowFuel: ['van', 'elsewhere'], lowTire: ['van', 'tesla'] });
  for (const line of linesOf(packVehicles(FLEET))) store.put(line);
  return store;
}

function foundBy(query: string): string[] {
  const store = storeOfFleet();
  const test = matcher(store, parseQuery(query), NOW);
  return ALL.filter((id) => !test || test(store.slotOf(id) ?? -1));
}

test.each([
  ['', ALL],
  ['bjorn', ['van']],
  ['transit 2021', ['van']],
  ['tkb', []],
  ['-ford', ['tesla', 'blank']],
  ['make:ford', ['van', 'gone']],
  ['-make:ford', ['tesla', 'blank']],
  ['group:pool', ['van', 'gone']],
  ['-group:pool', ['tesla', 'blank']],
  ['tag:"tow bar"', ['van']],
  ['plate:"B-MP 77"', ['tesla']],
  ['vin:12345', ['van']],
  ['soc<60', ['tesla']],
  ['soc=55', ['tesla']],
  ['fuel<=20', ['van']],
  ['fuel<20', []],
  ['age>2d', ['tesla']],
  ['age<3h', ['van']],
  ['range>90', ['tesla']],
  ['err:auth', ['gone']],
  ['err:limit', ['tesla']],
  ['err:car', ['gone']],
  ['err:any', ['tesla', 'gone']],
  ['is:paused', ['tesla']],
  ['is:held', ['tesla']],
  ['is:new', ['gone', 'blank']],
  ['-is:new make:ford', ['van']],
  ['alert:tire', ['van', 'tesla']],
  ['-alert:fuel', ['tesla', 'gone', 'blank']],
  ['alert:stale', []],
  ['nonsense:1 make:tesla', ['tesla']],
])('%j', (query, found) => {
  expect(foundBy(query)).toEqual(found);
});

test('who is counted is who is there', () => {
  const store = storeOfFleet();
  const countOf = (query: string) => countMatches(store, parseQuery(query), NOW);
  expect([countOf('make:ford'), countOf('-make:ford'), countOf('')]).toEqual([2, 2, 4]);
  store.remove('blank');
  expect([countOf('make:ford'), countOf('-make:ford'), countOf('')]).toEqual([2, 1, 3]);
});
