import { expect, test } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../../contract/alerts.ts';
import { linesOf, packVehicles } from '../../../contract/packedVehicles.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { freshnessOf } from '../../readings/freshness.ts';
import { countMatches } from '../../state/fleet/match.ts';
import { parseQuery } from '../../state/fleet/query/parseQuery.ts';
import { read, vehicleWith } from '../../state/fleet/testing/vehicles.ts';
import { createVehicleStore } from '../../state/fleet/vehicleStore.ts';
import { attentionSearches } from './attentionSearches.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const HOUR_MS = 3_600_000;

function storeOf(vehicles: readonly Vehicle[]) {
  const store = createVehicleStore();
  for (const line of linesOf(packVehicles(vehicles))) store.put(line);
  return store;
}

function countsOf(store: ReturnType<typeof storeOf>, refreshEveryHours: number | null = null) {
  return Object.fromEntries(
    attentionSearches(refreshEveryHours, DEFAULT_ALERT_SETTINGS).map(({ kind, query }) => [
      kind,
      countMatches(store, parseQuery(query), NOW),
    ]),
  );
}

const withCharge = (id: string, fraction: number) =>
  vehicleWith(id, { readings: read('battery', { fraction, rangeKm: 90 }) });

const heard = (id: string, hoursAgo: number) => {
  const at = new Date(NOW - hoursAgo * HOUR_MS).toISOString();
  return vehicleWith(id, { readings: read('odometer', { distanceKm: 1 }, at) });
};

test('counts whose access has ended, who is low on charge and who was not heard from', () => {
  const failed = { code: null, requestId: null, retryAt: null, at: '2026-11-25T11:00:00.000Z' };
  const store = storeOf([
    vehicleWith('ended', { access: 'reconnect' }),
    vehicleWith('refused', {
      readings: { odometer: { last: null, problem: { ...failed, reason: 'reconnect' } } },
    }),
    vehicleWith('asleep', {
      readings: { odometer: { last: null, problem: { ...failed, reason: 'car_state' } } },
    }),
    withCharge('low', 0.19),
    withCharge('shown as 20 %', 0.196),
    withCharge('half', 0.5),
    heard('two days', 48),
    heard('today', 3),
    vehicleWith('never read'),
  ]);
  expect(countsOf(store)).toEqual({ reconnect: 2, lowCharge: 1, stale: 1 });
});

test('follows what becomes of the vehicles', () => {
  const store = storeOf([withCharge('a', 0.1), withCharge('b', 0.1)]);
  expect(countsOf(store).lowCharge).toBe(2);
  for (const line of linesOf(packVehicles([withCharge('a', 0.8)]))) store.put(line);
  expect(countsOf(store).lowCharge).toBe(1);
  store.remove('b');
  expect(countsOf(store)).toEqual({ reconnect: 0, lowCharge: 0, stale: 0 });
});

test.each([
  [null, 'age>1d'],
  [1, 'age>1d'],
  [12, 'age>1d'],
  [12.3, 'age>24.6h'],
  [24, 'age>2d'],
  [168, 'age>14d'],
])('read every %s h, old is what %s finds, as the cells say', (rule, query) => {
  expect(
    attentionSearches(rule, DEFAULT_ALERT_SETTINGS).find(({ kind }) => kind === 'stale')?.query,
  ).toBe(query);
  for (const hours of [0, 12, 23.9, 24, 24.1, 24.6, 24.7, 48, 48.1, 336, 336.1]) {
    const isOld = freshnessOf(new Date(NOW - hours * HOUR_MS).toISOString(), rule, NOW) === 'stale';
    expect(countsOf(storeOf([heard('a', hours)]), rule).stale, `${hours} h`).toBe(Number(isOld));
  }
});

test('low on charge is what the alert rule of the fleet says', () => {
  const { rules } = DEFAULT_ALERT_SETTINGS;
  const lowBattery = { ...rules.lowBattery, threshold: 0.29 };
  const searches = attentionSearches(null, { rules: { ...rules, lowBattery } });
  expect(searches.find(({ kind }) => kind === 'lowCharge')?.query).toBe('soc<29');
});
