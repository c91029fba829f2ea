import { afterEach, beforeEach, expect, test } from 'vitest';
import { MADE_UP_CONNECTION, madeUpVehicle } from '../../testing/fleet.ts';
import { openMemory } from './databaseFile.ts';
import { loadSqlite } from './sqlite.ts';
import { createStore, type Store } from './store.ts';

const open = await loadSqlite();
const [{ id }, other] = [madeUpVehicle(0), madeUpVehicle(1)];
let store: Store;
let close: () => void;

beforeEach(() => {
  const database = openMemory(open);
  close = () => database.close();
  store = createStore(database);
  store.apply({ vehicles: [madeUpVehicle(0), other] });
});
afterEach(() => close());

function add(moments: readonly string[], vehicleId = id): void {
  store.apply({
    history: moments.map((measuredAt, index) => ({
      vehicleId,
      kind: 'odometer',
      reading: { value: { distanceKm: index }, measuredAt, fetchedAt: measuredAt },
    })),
  });
}

const kept = (vehicleId = id) =>
  store.history(vehicleId, 'odometer', '2000-01-01').map(({ measuredAt }) => measuredAt);

/** Goes through all vehicles; answers after how many steps. */
function thin(now: string): number {
  let steps = 0;
  let after: number | null = 0;
  while (after !== null) {
    after = store.thinAfter(Date.parse(now), after);
    steps += 1;
  }
  return steps;
}

test('after 30 days the last value of each day stays, days being those of UTC', () => {
  const [lastOfMonth, firstOfMonth] = ['2026-02-28T23:59:59.999Z', '2026-03-01T00:00:00.000Z'];
  const rest = ['2026-03-01T12:00:00.000Z', '2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00.000Z'];
  add(['2026-02-28T00:00:00.000Z', lastOfMonth, firstOfMonth, ...rest]);
  thin('2026-06-01T00:00:00Z');
  expect(kept()).toEqual([lastOfMonth, rest[1], rest[2]]);
});

test('the 30 days before today stay whole, to the first moment of the first of them', () => {
  // 30 days before 1 April, the day on which February ended being among those before.
  const day = ['2026-03-02T00:00:00.000Z', '2026-03-02T00:00:00.001Z', '2026-03-02T23:00:00.000Z'];
  const before = ['2026-03-01T23:00:00.000Z', '2026-03-01T23:59:59.999Z'];
  add([...before, ...day]);
  thin('2026-04-01T00:00:00.000Z');
  expect(kept()).toEqual([before[1], ...day]);
  thin('2026-04-01T23:59:59.999Z');
  expect(kept()).toEqual([before[1], ...day]);
  thin('2026-04-02T00:00:00.000Z');
  expect(kept()).toEqual([before[1], day[2]]);
});

test('after 400 days nothing stays', () => {
  const [older, newer] = ['2025-10-15T23:59:59.999Z', '2025-10-16T00:00:00.000Z'];
  add([older, newer]);
  thin('2026-11-20T12:00:00Z');
  expect(kept()).toEqual([newer]);
});

test('thinning twice changes nothing, and what came late is thinned too', () => {
  add(['2026-01-05T08:00:00.000Z', '2026-01-05T20:00:00.000Z']);
  thin('2026-06-01T00:00:00Z');
  thin('2026-06-01T00:00:00Z');
  expect(kept()).toEqual(['2026-01-05T20:00:00.000Z']);
  add(['2026-01-05T21:00:00.000Z']);
  thin('2026-06-01T00:00:00Z');
  expect(kept()).toEqual(['2026-01-05T21:00:00.000Z']);
});

test('kinds and vehicles are thinned each for itself', () => {
  const moments = ['2026-01-05T08:00:00.000Z', '2026-01-05T20:00:00.000Z'];
  add(moments.slice(0, 1));
  add(moments, other.id);
  const reading = {
    value: { lifeRemaining: 0.5 },
    measuredAt: '2026-01-05T21:00:00.000Z',
    fetchedAt: '2026-01-05T21:00:00.000Z',
  };
  store.apply({ history: [{ vehicleId: id, kind: 'engineOil', reading }] });
  thin('2026-06-01T00:00:00Z');
  expect(kept()).toEqual([moments[0]]);
  expect(kept(other.id)).toEqual([moments[1]]);
  expect(store.history(id, 'engineOil', '2000-01-01')).toEqual([reading]);
});

test('a large fleet is thinned a few vehicles at a time', () => {
  const vehicles = Array.from({ length: 100 }, (_, index) =>
    madeUpVehicle(index, { connection: MADE_UP_CONNECTION }),
  );
  store.apply({ vehicles });
  add(['2026-01-05T08:00:00.000Z', '2026-01-05T20:00:00.000Z'], vehicles.at(-1)?.id);
  expect(thin('2026-06-01T00:00:00Z')).toBeGreaterThan(4);
  expect(kept(vehicles.at(-1)?.id)).toEqual(['2026-01-05T20:00:00.000Z']);
});
