import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandRecord } from '../../../contract/commands.ts';
import type { GoodReading } from '../../../contract/readings.ts';
import { MADE_UP_CONNECTION, madeUpVehicle } from '../../testing/fleet.ts';
import { SQLITE_KINDS } from '../../testing/sqliteKinds.ts';
import { factsOf } from '../facts.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { openMemory } from './databaseFile.ts';
import type { CopyChange, QueueRow } from './localCopy.ts';
import { unpackFacts } from './packedFacts.ts';
import type { Database } from './sqlite.ts';
import { createStore, type Store } from './store.ts';

const MINE = [MADE_UP_CONNECTION.id];
const DAY = 86_400_000;

function named(index: number, name: string | null): VehicleRecord {
  const vehicle = madeUpVehicle(index);
  return { ...vehicle, make: null, labels: { ...vehicle.labels, name }, model: null, year: null };
}

function odometer(distanceKm: number, measuredAt: string): GoodReading<'odometer'> {
  return { value: { distanceKm }, measuredAt, fetchedAt: '2026-11-20T12:00:00.000Z' };
}

function call(vehicleId: string | null, at: string): NonNullable<CopyChange['calls']>[number] {
  return {
    vehicleId,
    at,
    endpoint: 'POST /vehicles/{id}/batch',
    items: ['/odometer'],
    status: 200,
    code: null,
    requestId: 'request',
    durationMs: 87,
    counted: 1,
  };
}

function command(vehicleId: string, runId: string, startedAt: string): CommandRecord {
  return {
    vehicleId,
    runId,
    startedAt,
    command: { kind: 'lock' },
    by: 'ada',
    step: 'sent',
    sentAt: startedAt,
    acceptedAt: null,
    confirmedAt: null,
    problem: null,
  };
}

const parse = (texts: readonly string[]): VehicleRecord[] => texts.map((text) => JSON.parse(text));

describe.each(SQLITE_KINDS)('with %s', (_name, open) => {
  let database: Database;
  let store: Store;
  beforeEach(() => {
    database = openMemory(open);
    store = createStore(database);
  });
  afterEach(() => database.close());

  test('vehicles come back as they were saved, page by page in the order of their ids', () => {
    const vehicles = Array.from({ length: 7 }, (_, index) => madeUpVehicle(index));
    store.apply({ vehicles: vehicles.toReversed() });
    const pages = [parse(store.page(MINE, null, 3))];
    for (let last = pages[0]?.at(-1); last; last = pages.at(-1)?.at(-1)) {
      pages.push(parse(store.page(MINE, last.id, 3)));
    }
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1, 0]);
    expect(pages.flat()).toEqual(vehicles);
    expect(store.count(MINE)).toBe(7);
  });

  test('the newest state of a vehicle wins', () => {
    store.apply({ vehicles: [madeUpVehicle(0)] });
    const newer = { ...madeUpVehicle(0), year: 1999, paused: true };
    store.apply({ vehicles: [newer] });
    expect(parse(store.vehicles([newer.id]))).toEqual([newer]);
    expect(unpackFacts(store.facts(MINE))).toEqual([factsOf(newer)]);
  });

  test('only vehicles of the connections asked for are told', () => {
    const other = { id: 'other', application: 'own', createdAt: '2026-01-01T00:00:00.000Z' };
    const theirs = madeUpVehicle(1, { connection: other });
    store.apply({ vehicles: [madeUpVehicle(0), theirs], first: [theirs.id] });
    expect(parse(store.page(['other'], null, 9))).toEqual([theirs]);
    expect(parse(store.first(MINE, 9))).toEqual([madeUpVehicle(0)]);
    expect(unpackFacts(store.facts(['other', 'unknown']))).toEqual([factsOf(theirs)]);
    expect(store.count([])).toBe(0);
    expect(store.connections()).toEqual([MADE_UP_CONNECTION, other]);
  });

  test('vehicles asked for by id come in the order of the question', () => {
    store.apply({ vehicles: [madeUpVehicle(0), madeUpVehicle(1), madeUpVehicle(2)] });
    const ids = [madeUpVehicle(2).id, 'unknown', madeUpVehicle(0).id];
    expect(parse(store.vehicles(ids)).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  });

  test('facts are those of the records', () => {
    const vehicles = Array.from({ length: 300 }, (_, index) => madeUpVehicle(index));
    store.apply({ vehicles });
    const facts = unpackFacts(store.facts(MINE)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(facts).toEqual(vehicles.map(factsOf));
    expect(facts.some(({ hold }) => hold !== null)).toBe(true);
  });

  test('the first picture: by name, numbers as numbers, the unnamed last', () => {
    const names = ['Van 10', null, 'Émile', 'van 9', 'Zoe', 'emil'];
    store.apply({ vehicles: names.map((name, index) => named(index, name)) });
    const shown = parse(store.first(MINE, 60)).map(({ labels }) => labels.name);
    expect(shown).toEqual(['emil', 'Émile', 'van 9', 'Van 10', 'Zoe', null]);
    expect(store.first(MINE, 2)).toHaveLength(2);
  });

  test('the first picture: what was at the top of the table last, in its order', () => {
    store.apply({ vehicles: [0, 1, 2, 3].map((index) => madeUpVehicle(index)) });
    const ids = [madeUpVehicle(3).id, 'gone', madeUpVehicle(1).id];
    store.apply({ first: ids });
    expect(parse(store.first(MINE, 60)).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  });

  test('the queue, its pauses and the buckets are kept', () => {
    const row: QueueRow = {
      vehicleId: 'v1',
      askedBy: 'schedule',
      askedAt: '2026-11-20T12:00:00.000Z',
      attempts: 2,
      notBefore: null,
    };
    const mine = { ...row, vehicleId: 'v2', notBefore: '2026-11-20T13:00:00.000Z' };
    expect(store.pausedQueue()).toEqual({ paused: false, groups: [] });
    store.apply({ queued: [row, mine] });
    store.apply({
      queued: [{ ...row, askedBy: 'person' }],
      pausedQueue: { paused: true, groups: ['Pool'] },
      buckets: [{ application: 'simulated', row: { tokens: 11.5, uptimeMs: 12_345.6 } }],
    });
    expect(store.queue()).toEqual([{ ...row, askedBy: 'person' }, mine]);
    expect(store.pausedQueue()).toEqual({ paused: true, groups: ['Pool'] });
    expect(store.bucket('simulated')).toEqual({ tokens: 11.5, uptimeMs: 12_345.6 });
    expect(store.bucket('another')).toBeNull();
    store.apply({ unqueued: ['v1', 'unknown'] });
    expect(store.queue()).toEqual([mine]);
  });

  test('calls: newest first, page by page', () => {
    const times = [1, 2, 3].map((day) => `2026-11-0${day}T00:00:00.000Z`);
    store.apply({ calls: [...times.map((at) => call('v1', at)), call(null, '2026-11-09')] });
    const { calls, next } = store.calls('v1', null, 2);
    expect(calls.map(({ at }) => at)).toEqual([times[2], times[1]]);
    expect(calls[0]).toEqual({ ...call('v1', times[2] ?? ''), id: expect.any(Number) });
    expect(store.calls('v1', next, 2)).toMatchObject({ calls: [{ at: times[0] }], next: null });
    expect(store.calls('unknown', null, 2)).toEqual({ calls: [], next: null });
  });

  test('calls older than 90 days go', () => {
    const now = Date.parse('2026-11-20T12:00:00Z');
    const at = (days: number) => new Date(now - days * DAY).toISOString();
    store.apply({ calls: [call('v1', at(91)), call('v1', at(89)), call(null, at(200))] });
    expect(store.dropOldCalls(now)).toBe(false);
    expect(store.calls('v1', null, 9).calls.map((one) => one.at)).toEqual([at(89)]);
    expect(database.prepare('SELECT count(*) AS count FROM calls').get()?.count).toBe(1);
  });

  test('commands: one entry per run, at its newest state, newest run first', () => {
    const early = command('v1', 'run-1', '2026-11-01T00:00:00.000Z');
    const late = command('v1', 'run-2', '2026-11-02T00:00:00.000Z');
    store.apply({ commands: [early, late, command('v2', 'run-1', '2026-11-01T00:00:00.000Z')] });
    const accepted: CommandRecord = { ...early, step: 'accepted', acceptedAt: early.startedAt };
    store.apply({ commands: [accepted] });
    expect(store.commands('v1', 9)).toEqual([late, accepted]);
    expect(store.commands('v1', 1)).toEqual([late]);
  });

  test('history: a moment is kept once, oldest first', () => {
    const { id } = madeUpVehicle(0);
    const noon = odometer(12, '2026-11-02T12:00:00.000Z');
    const dawn = odometer(11, '2026-11-02T06:00:00.000Z');
    const undated = {
      ...odometer(13, ''),
      measuredAt: null,
      fetchedAt: '2026-11-03T00:00:00.000Z',
    };
    const entry = (reading: GoodReading<'odometer'>) =>
      ({ vehicleId: id, kind: 'odometer', reading }) as const;
    store.apply({ vehicles: [madeUpVehicle(0)] });
    store.apply({ history: [noon, dawn, undated].map(entry) });
    store.apply({ history: [{ ...noon, fetchedAt: '2026-11-03T12:00:00.000Z' }].map(entry) });
    expect(store.history(id, 'odometer', '2026-01-01')).toEqual([dawn, noon, undated]);
    expect(store.history(id, 'odometer', noon.measuredAt ?? '')).toEqual([noon, undated]);
    expect(store.history(id, 'fuel', '2026-01-01')).toEqual([]);
  });

  test('a vehicle that is removed takes all with it, and comes back with nothing', () => {
    const [gone, stays] = [madeUpVehicle(0), madeUpVehicle(1)];
    const at = '2026-11-02T12:00:00.000Z';
    const of = ({ id }: VehicleRecord): CopyChange => ({
      history: [{ vehicleId: id, kind: 'odometer', reading: odometer(12, at) }],
      calls: [call(id, at)],
      commands: [command(id, 'run', at)],
      queued: [{ vehicleId: id, askedBy: 'person', askedAt: at, attempts: 0, notBefore: null }],
    });
    store.apply({ vehicles: [gone, stays] });
    store.apply(of(gone));
    store.apply(of(stays));
    store.apply({ removed: [gone.id, 'unknown'] });
    expect(store.count(MINE)).toBe(1);
    expect(store.queue()).toMatchObject([{ vehicleId: stays.id }]);

    store.apply({ vehicles: [gone] });
    expect(store.history(gone.id, 'odometer', '2026-01-01')).toEqual([]);
    expect(store.calls(gone.id, null, 9).calls).toEqual([]);
    expect(store.commands(gone.id, 9)).toEqual([]);

    expect(store.sweep()).toBe(false);
    for (const table of ['history', 'calls', 'commands']) {
      const row = database.prepare(`SELECT count(*) AS count FROM ${table}`).get();
      expect(row?.count, table).toBe(1);
    }
    expect(store.history(stays.id, 'odometer', '2026-01-01')).toHaveLength(1);
  });

  test('thousands that are removed are swept away a few at a time', () => {
    const vehicles = Array.from({ length: 50 }, (_, index) => madeUpVehicle(index));
    store.apply({ vehicles });
    store.apply({ removed: vehicles.map(({ id }) => id) });
    const steps = [store.sweep(), store.sweep(), store.sweep()];
    expect(steps).toEqual([true, true, false]);
    expect(database.prepare('SELECT count(*) AS count FROM vehicle_ids').get()?.count).toBe(0);
  });
});
