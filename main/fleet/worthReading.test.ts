import { expect, test } from 'vitest';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import { factsOf } from './facts.ts';
import { newVehicle } from './merge.ts';
import type { VehicleRecord } from './vehicleRecord.ts';
import { worthReading } from './worthReading.ts';

const NOW = Date.parse('2026-05-01T12:00:00.000Z');
const CONNECTION = { id: 'c', application: 'simulated', createdAt: '2026-04-01T00:00:00.000Z' };

function facts(id: string, change: Partial<VehicleRecord> = {}) {
  return factsOf({ ...newVehicle(id, CONNECTION), ...change });
}

const FLEET = [
  facts('fresh', { refreshedAt: '2026-05-01T10:00:00.000Z' }),
  facts('stale', { refreshedAt: '2026-04-01T10:00:00.000Z' }),
  facts('new'),
  facts('paused', { paused: true }),
  facts('ended', { access: 'reconnect' }),
];

test('what is to spare goes to the stalest, and leaves the reserve alone', () => {
  expect(worthReading(FLEET, DEFAULT_BUDGET, { calls: 120, capacity: 120 }, NOW)).toEqual([
    'new',
    'stale',
    'fresh',
  ]);
  expect(worthReading(FLEET, DEFAULT_BUDGET, { calls: 14, capacity: 120 }, NOW)).toEqual([
    'new',
    'stale',
  ]);
  expect(worthReading(FLEET, DEFAULT_BUDGET, { calls: 5, capacity: 120 }, NOW)).toEqual([]);
});

test('no quota is spent unasked, and nothing is read where people want to be asked', () => {
  const full = { calls: 120, capacity: 120 };
  expect(
    worthReading(FLEET, { ...DEFAULT_BUDGET, callsPerVehiclePerMonth: 500 }, full, NOW),
  ).toEqual([]);
  expect(worthReading(FLEET, { ...DEFAULT_BUDGET, refreshEveryHours: null }, full, NOW)).toEqual(
    [],
  );
});

test('the rules of groups hold at the start as well', () => {
  const labels = { name: null, plate: null, driver: null, group: 'North', tags: [], notes: null };
  const fleet = [facts('north', { labels }), facts('other')];
  const full = { calls: 120, capacity: 120 };
  const off = {
    ...DEFAULT_BUDGET,
    groupRules: [{ group: 'North', rule: { kind: 'off' } }],
  } as const;
  expect(worthReading(fleet, off, full, NOW)).toEqual(['other']);
  const night = { kind: 'night', hours: { from: '22:00', until: '06:00' } } as const;
  const nightly = { ...DEFAULT_BUDGET, groupRules: [{ group: 'North', rule: night }] };
  const at = (hour: number) => new Date(2026, 4, 1, hour).getTime();
  expect(worthReading(fleet, nightly, full, at(12))).toEqual(['other']);
  expect(worthReading(fleet, nightly, full, at(23))).toEqual(['north', 'other']);
});
