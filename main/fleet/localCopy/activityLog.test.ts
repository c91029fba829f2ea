import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActivityFilter } from '../../../contract/activity.ts';
import { madeUpVehicle } from '../../testing/fleet.ts';
import { SQLITE_KINDS } from '../../testing/sqliteKinds.ts';
import { openMemory } from './databaseFile.ts';
import type { NewActivity } from './localCopy.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import type { Database } from './sqlite.ts';
import { createStore, type Store } from './store.ts';

const AT = '2026-11-20T12:00:00.000Z';
const DAY = 86_400_000;
const ALL: ActivityFilter = { kind: null, by: null, vehicleId: null, text: '', events: [] };

function entry(change: Partial<NewActivity> = {}): NewActivity {
  return {
    ...{ at: AT, kind: 'pause', event: 'pause.vehicles', result: 'done', by: 'ada' },
    ...{ vehicleIds: ['car-1'], vehicleName: 'Van 1', facts: {} },
    ...change,
  };
}

describe.each(SQLITE_KINDS)('with %s', (_name, open) => {
  let database: Database;
  let store: Store;
  beforeEach(() => {
    database = openMemory(open);
    store = createStore(database);
  });
  afterEach(() => database.close());

  const eventsOf = (filter: Partial<ActivityFilter>) =>
    store.activity({ ...ALL, ...filter }, null, 50).entries.map(({ event }) => event);

  test('pages come newest first and end', () => {
    const activity = [1, 2, 3].map((number) => entry({ facts: { number } }));
    store.apply({ activity });
    const first = store.activity(ALL, null, 2);
    expect(first.entries.map(({ facts }) => facts.number)).toEqual([3, 2]);
    const second = store.activity(ALL, first.next, 2);
    expect(second.entries).toEqual([{ ...entry({ facts: { number: 1 } }), id: 1, vehicles: 1 }]);
    expect(second.next).toBeNull();
  });

  test('names are found whatever the case of their letters, with and without dots', () => {
    store.apply({
      activity: [
        entry({ event: 'a', by: 'Özlem Ünal' }),
        entry({ event: 'b', vehicleName: 'ÄMTER 1' }),
        entry({ event: 'c', vehicleName: 'ämter 2'.normalize('NFD') }),
      ],
    });
    expect(eventsOf({ text: 'özlem' })).toEqual(['a']);
    expect(eventsOf({ text: 'ÜNAL' })).toEqual(['a']);
    expect(eventsOf({ text: 'Ämter' })).toEqual(['c', 'b']);
    expect(eventsOf({ text: 'ÄMTER 2'.normalize('NFD') })).toEqual(['c']);
  });

  test('each filter lets through what it names', () => {
    const cars = ['car-1', 'car-2', 'car-3', 'car-4', 'car-5'];
    const several = { vehicleIds: cars, vehicleName: null } as const;
    store.apply({
      activity: [
        entry({ event: 'a', by: null }),
        entry({ event: 'b', kind: 'command', ...several }),
        entry({ event: 'c', by: 'Grace', vehicleIds: [], vehicleName: null }),
      ],
    });
    expect(eventsOf({ kind: 'command' })).toEqual(['b']);
    expect(eventsOf({ by: 'Grace' })).toEqual(['c']);
    expect(eventsOf({ vehicleId: 'car-5' })).toEqual(['b']);
    expect(eventsOf({ vehicleId: 'car-1' })).toEqual(['b', 'a']);
    expect(eventsOf({ text: 'VAN' })).toEqual(['a']);
    expect(eventsOf({ text: 'grace', events: ['b'] })).toEqual(['c', 'b']);
    expect(store.activity(ALL, null, 1).people).toEqual(['Grace', 'ada']);
    expect(store.activity({ ...ALL, kind: 'command' }, null, 1).entries[0]).toMatchObject({
      vehicles: 5,
      vehicleIds: cars.slice(0, 3),
    });
  });

  test('it outlives the vehicle, and goes after 400 days with what hangs on it', () => {
    const vehicle = madeUpVehicle(0);
    store.apply({ vehicles: [vehicle], activity: [entry({ vehicleIds: [vehicle.id] })] });
    store.apply({ removed: [vehicle.id] });
    expect(eventsOf({ vehicleId: vehicle.id })).toHaveLength(1);
    store.dropOldActivity(Date.parse(AT) + 399 * DAY);
    expect(eventsOf({})).toHaveLength(1);
    store.dropOldActivity(Date.parse(AT) + 401 * DAY);
    expect(eventsOf({})).toEqual([]);
    const left = database.prepare('SELECT count(*) AS count FROM activity_vehicles').get();
    expect(left?.count).toBe(0);
  });

  test('calls of a day come as median, 95th percentile and errors by type', () => {
    const from = Date.parse(AT);
    const at = (ms: number) => new Date(from + ms).toISOString();
    const call = (durationMs: number, status: number | null = 200, code: string | null = null) => ({
      ...{ vehicleId: null, at: at(durationMs), endpoint: 'GET /vehicles', items: [] },
      ...{ status, code, requestId: null, durationMs, counted: 1 },
    });
    const calls = Array.from({ length: 98 }, (_, index) => call(index + 1));
    const failed = [
      call(99, 429, 'RATE_LIMIT:VEHICLE'),
      call(100, 502),
      call(5_000, null),
      call(6_000, null),
    ];
    store.apply({ calls: [...calls, ...failed, { ...call(9_000), at: at(-1) }] });
    expect(store.callStats(from)).toEqual({
      calls: 102,
      p50Ms: 50,
      p95Ms: 95,
      errors: [
        { type: 'NETWORK', count: 2 },
        { type: 'HTTP 502', count: 1 },
        { type: 'RATE_LIMIT:VEHICLE', count: 1 },
      ],
    });
    expect(store.callStats(from + DAY)).toEqual({ calls: 0, p50Ms: null, p95Ms: null, errors: [] });
  });

  test('a copy of the first schema keeps what it has and gets its activity', () => {
    const older = open(':memory:');
    migrate(older, MIGRATIONS.slice(0, 1));
    older.exec("INSERT INTO notes (name, value) VALUES ('first', '[]')");
    migrate(older);
    createStore(older).apply({ activity: [entry()] });
    expect(createStore(older).activity(ALL, null, 5).entries).toHaveLength(1);
    expect(older.prepare('SELECT count(*) AS count FROM notes').get()?.count).toBe(1);
    older.close();
  });
});
