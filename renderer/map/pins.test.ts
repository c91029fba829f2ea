import { expect, test } from 'vitest';
import { linesOf, packVehicles } from '../../contract/packedVehicles.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { read, vehicleWith } from '../state/fleet/testing/vehicles.ts';
import { createVehicleStore } from '../state/fleet/vehicleStore.ts';
import { boundsOf, isWithin, WORLD } from './bounds.ts';
import { entriesOf } from './entries.ts';
import { mapCommand } from './mapKeys.ts';
import { pinsOf } from './pins.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const at = (latitude: number, longitude: number, measuredAt = '2026-11-25T11:00:00Z') =>
  read('location', { latitude, longitude }, measuredAt);

const RULES = {
  refreshEveryHours: 6,
  nightHours: null,
  groupRules: [{ group: 'Weekly', rule: { kind: 'every', hours: 168 } }],
} as const;

function pinsFor(vehicles: readonly Vehicle[]) {
  const store = createVehicleStore();
  for (const line of linesOf(packVehicles(vehicles))) store.put(line);
  return pinsOf(
    store,
    vehicles.map(({ id }) => id),
    RULES,
    NOW,
  );
}

const hold = (until: string) => ({ until, cause: 'fault' }) as const;

test('a pin says how things stand and how old its position is', () => {
  const { all } = pinsFor([
    vehicleWith('fine', { readings: at(50, 8) }),
    vehicleWith('older', { readings: at(50, 8, '2026-11-25T01:00:00Z') }),
    vehicleWith('weekly', {
      readings: at(50, 8, '2026-11-25T01:00:00Z'),
      labels: { group: 'Weekly' },
    }),
    vehicleWith('old', { readings: at(50, 8, '2026-11-20T11:00:00Z') }),
    vehicleWith('reconnect', { readings: at(50, 8), access: 'reconnect' }),
    vehicleWith('paused', { readings: at(50, 8), paused: true }),
    vehicleWith('held', { readings: at(50, 8), hold: hold('2026-11-25T13:00:00Z') }),
    vehicleWith('over', { readings: at(50, 8), hold: hold('2026-11-25T11:00:00Z') }),
  ]);
  expect(all.map(({ id, kind, age }) => [id, kind, age])).toEqual([
    ['fine', 'ok', 'fresh'],
    ['older', 'ok', 'older'],
    ['weekly', 'ok', 'fresh'],
    ['old', 'ok', 'stale'],
    ['reconnect', 'act', 'fresh'],
    ['paused', 'waiting', 'fresh'],
    ['held', 'waiting', 'fresh'],
    ['over', 'ok', 'fresh'],
  ]);
});

test('vehicles without a position are counted, those without permission apart', () => {
  const problem = { code: null, requestId: null, retryAt: null, at: '2026-11-25T11:00:00Z' };
  const { all, missing, notGranted } = pinsFor([
    vehicleWith('here', { readings: at(0, 0) }),
    vehicleWith('never'),
    vehicleWith('closed', {
      readings: { location: { last: null, problem: { ...problem, reason: 'not_granted' } } },
    }),
  ]);
  expect(all.map(({ id }) => id)).toEqual(['here']);
  expect(missing).toEqual(['never', 'closed']);
  expect(notGranted).toBe(1);
});

test('the list is what is in view, or the nearest first', () => {
  const pins = pinsFor([
    vehicleWith('far', { readings: at(40, -3) }),
    vehicleWith('near', { readings: at(50, 8) }),
  ]);
  const view = { west: 0, east: 20, south: 45, north: 55 };
  const ids = (entries: ReturnType<typeof entriesOf>) => entries.map(({ id }) => id);
  expect(ids(entriesOf(pins, { mode: 'inView', view, from: null }))).toEqual(['near']);
  const nearest = entriesOf(pins, {
    mode: 'nearest',
    view,
    from: { latitude: 50.1, longitude: 8 },
  });
  expect(ids(nearest)).toEqual(['near', 'far']);
  expect(nearest[0]?.km).toBeCloseTo(11.1, 0);
});

test('bounds hold all positions; the world where there are none', () => {
  const positions = [
    { latitude: 50, longitude: 8 },
    { latitude: -33, longitude: 151 },
  ];
  for (const position of positions) expect(isWithin(boundsOf(positions), position)).toBe(true);
  expect(boundsOf([])).toBe(WORLD);
});

test('keys of the map, none with Ctrl or Alt', () => {
  const press = (key: string, ctrlKey = false) =>
    mapCommand({ key, ctrlKey, metaKey: false, altKey: false });
  expect(press('N')).toEqual({ kind: 'next' });
  expect(press('0')).toEqual({ kind: 'fitAll' });
  expect(press('ArrowUp')).toEqual({ kind: 'pan', right: 0, down: -1 });
  expect(press('b', true)).toBeNull();
  expect(press('toString')).toBeNull();
});
