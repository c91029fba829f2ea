import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeUpVehicle } from '../../testing/fleet.ts';
import { openMemory } from './databaseFile.ts';
import { loadSqlite } from './sqlite.ts';
import { createStore, type Store } from './store.ts';
import { thinned } from './trends.ts';

const open = await loadSqlite();
const { id } = madeUpVehicle(0);
const START = Date.parse('2026-11-01T00:00:00.000Z');
const HOUR = 3_600_000;
const isoAt = (hour: number) => new Date(START + hour * HOUR).toISOString();
let store: Store;
let close: () => void;

beforeEach(() => {
  const database = openMemory(open);
  close = () => database.close();
  store = createStore(database);
  store.apply({ vehicles: [madeUpVehicle(0), madeUpVehicle(1)] });
});
afterEach(() => close());

function addLevels(count: number, fractionOf: (hour: number) => number | null): void {
  store.apply({
    history: Array.from({ length: count }, (_, hour) => ({
      vehicleId: id,
      kind: 'battery',
      reading: {
        value: { fraction: fractionOf(hour), rangeKm: null },
        measuredAt: isoAt(hour),
        fetchedAt: isoAt(hour),
      },
    })),
  });
}

test('few values stay as they are', () => {
  const numbers = [3, 1, 2];
  expect(thinned(numbers, 3, (number) => number)).toBe(numbers);
});

test('of many values both ends and every peak stay, in their order', () => {
  const numbers = Array.from({ length: 10_000 }, (_, at) => at % 7);
  numbers[4_321] = 99;
  numbers[7_777] = -99;
  const kept = thinned(
    numbers.map((number, at) => ({ number, at })),
    100,
    ({ number }) => number,
  );
  expect(kept.length).toBeLessThanOrEqual(100);
  expect(kept.length).toBeGreaterThan(50);
  expect(kept[0]?.at).toBe(0);
  expect(kept.at(-1)?.at).toBe(9_999);
  expect(kept.map(({ number }) => number)).toEqual(expect.arrayContaining([99, -99]));
  expect(kept.map(({ at }) => at)).toEqual(
    kept.map(({ at }) => at).toSorted((one, other) => one - other),
  );
});

test('several kinds are answered at once, from a moment on, and counted before they are thinned', () => {
  addLevels(2_500, (hour) => (hour % 10) / 10);
  const { battery, odometer, tires } = store.trends(id, ['battery', 'odometer'], isoAt(100));
  expect(battery?.total).toBe(2_400);
  expect(battery?.readings.length).toBeLessThanOrEqual(2_000);
  expect(battery?.readings[0]?.measuredAt).toBe(isoAt(100));
  expect(odometer).toEqual({ readings: [], total: 0 });
  expect(tires).toBeUndefined();
  expect(store.trends('nobody', ['battery'], isoAt(0)).battery?.total).toBe(0);
});

test('small lines leave out what the car left out, and are a few numbers', () => {
  addLevels(300, (hour) => (hour === 1 ? null : 0.5));
  const [first, other] = store.smallLines([id, madeUpVehicle(1).id], isoAt(0));
  expect(first?.vehicleId).toBe(id);
  expect(first?.lines.battery.length).toBeLessThanOrEqual(60);
  expect(first?.lines.battery[0]).toEqual([START, 0.5]);
  expect(first?.lines.battery.some(([moment]) => moment === START + HOUR)).toBe(false);
  expect(first?.lines.odometer).toEqual([]);
  expect(other?.lines.battery).toEqual([]);
});
