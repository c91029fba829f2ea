import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportChoice } from '../../../../contract/data.ts';
import type { ImportedCar } from '../../../../contract/importedCars.ts';
import { MADE_UP_CONNECTION, madeUpVehicle } from '../../../testing/fleet.ts';
import { keeperIn, temporaryFolder } from '../../../testing/keeper.ts';
import type { VehicleRecord } from '../../vehicleRecord.ts';
import type { Keeper } from '../keeper.ts';
import type { StoreChange } from '../store.ts';
import { createTasks, type FileTask, type TaskAnswer } from './tasks.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const SETTINGS = { transport: 'https' };

const LISTED: ImportedCar = {
  ...{ vin: '1HGCM82633A004352', importedAt: NOW, likelihood: 'likely', reason: 'checked' },
  labels: { name: 'Van 7', plate: 'MP 7', driver: null, group: 'North', notes: null },
  capable: ['read_odometer'],
  missing: [],
};

const ALL: ImportChoice = {
  labels: {
    name: 'mine',
    plate: 'mine',
    driver: 'mine',
    group: 'mine',
    tags: 'mine',
    notes: 'mine',
  },
  settings: false,
  past: true,
  otherVehicles: true,
  lists: true,
};

let place: ReturnType<typeof temporaryFolder>;
let open: Keeper[] = [];

beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => {
  for (const keeper of open) keeper.close();
  open = [];
  place.remove();
});

const path = (name: string) => join(place.folder, name);

function copyIn(folder: string) {
  const { keeper, file } = keeperIn(folder);
  open.push(keeper);
  const tasks = createTasks({ keeper, databaseFile: file, now: () => NOW, onProgress: () => {} });
  const run = async <T extends FileTask>(task: T) =>
    (await tasks.run(task)) as TaskAnswer<T['kind']>;
  return { keeper, tasks, run };
}

function anotherCopy() {
  const other = temporaryFolder();
  const copy = copyIn(other.folder);
  return { ...copy, remove: other.remove };
}

const iso = (ms: number) => new Date(ms).toISOString();

function filled(count: number, change: StoreChange = {}): StoreChange {
  const vehicles = Array.from({ length: count }, (_, index) => madeUpVehicle(index, { now: NOW }));
  return { vehicles, ...change };
}

const lines = (name: string) => readFileSync(path(name), 'utf8').trimEnd().split('\n');

/** Everything of a file but when it was made. */
const content = (name: string) => lines(name).slice(1);

async function exported(copy: ReturnType<typeof copyIn>, name: string): Promise<string> {
  expect(await copy.run({ kind: 'export', path: path(name), settings: SETTINGS })).toEqual({
    ok: true,
    value: null,
  });
  return path(name);
}

function labelled(index: number, labels: Partial<VehicleRecord['labels']>): VehicleRecord {
  const vehicle = madeUpVehicle(index, { now: NOW });
  const none = { name: null, plate: null, driver: null, group: null, tags: [], notes: null };
  return { ...vehicle, labels: { ...none, ...labels } };
}

function labelsIn(keeper: Keeper): Map<string, VehicleRecord['labels']> {
  const texts = keeper.read((store) => store.page([MADE_UP_CONNECTION.id], null, 1_000));
  return new Map(
    texts.map((text) => {
      const { id, labels }: VehicleRecord = JSON.parse(text);
      return [id, labels];
    }),
  );
}

const moment = fc.integer({ min: Date.parse('2020-01-01'), max: NOW }).map(iso);

test('what was exported and taken in by an empty copy is the same again', async () => {
  const ids = filled(4).vehicles?.map(({ id }) => id) ?? [];
  const id = fc.constantFrom(...ids);
  const history = fc.record({
    vehicleId: id,
    kind: fc.constant('odometer' as const),
    reading: fc.record({
      value: fc.record({ distanceKm: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      measuredAt: fc.option(moment),
      fetchedAt: moment,
    }),
  });
  const call = fc.record({
    vehicleId: fc.option(id),
    at: moment,
    endpoint: fc.string(),
    items: fc.array(fc.string(), { maxLength: 3 }),
    status: fc.option(fc.integer()),
    code: fc.option(fc.string()),
    requestId: fc.option(fc.string()),
    durationMs: fc.nat(),
    counted: fc.nat(),
  });
  const activity = fc.record({
    at: moment,
    kind: fc.constantFrom('label' as const, 'command' as const),
    event: fc.string(),
    result: fc.constantFrom('done' as const, 'failed' as const),
    by: fc.option(fc.string()),
    vehicleIds: fc.uniqueArray(id),
    vehicleName: fc.option(fc.string()),
    facts: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
  });
  const distinct = <T>(all: fc.Arbitrary<T>) =>
    fc.uniqueArray(all, { maxLength: 12, selector: (one) => JSON.stringify(one) });
  await fc.assert(
    fc.asyncProperty(
      distinct(history),
      distinct(call),
      distinct(activity),
      fc.dictionary(fc.constantFrom('name', 'driver', 'notes'), fc.string({ unit: 'grapheme' })),
      async (values, calls, entries, labels) => {
        const from = anotherCopy();
        const to = anotherCopy();
        const vehicles = ids.map((_, index) => labelled(index, labels));
        from.keeper.save({ vehicles, history: values, calls, activity: entries });
        const file = await exported(from, 'one');
        expect(await to.run({ kind: 'check', path: file })).toMatchObject({ ok: true });
        expect(await to.run({ kind: 'import', path: file, choice: ALL })).toMatchObject({
          ok: true,
          value: { added: 4, before: [] },
        });
        await exported(to, 'other');
        expect(content('other')).toEqual(content('one'));
        // Once more changes nothing.
        await to.run({ kind: 'import', path: file, choice: ALL });
        await exported(to, 'again');
        expect(content('again')).toEqual(content('one'));
        for (const { keeper, remove } of [from, to]) {
          open = open.filter((one) => one !== keeper);
          keeper.close();
          remove();
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('labels: empty ones are filled, and those that differ go as was chosen', async () => {
  const from = copyIn(place.folder);
  from.keeper.save({
    vehicles: [
      labelled(0, { name: 'Theirs', driver: 'Ann', tags: ['a', 'b'] }),
      labelled(1, { name: 'Same' }),
    ],
  });
  const file = await exported(from, 'file');
  const mine = anotherCopy();
  const vehicles = [
    labelled(0, { name: 'Mine', plate: 'M 1', tags: ['b', 'a'] }),
    labelled(1, { name: 'Same' }),
  ];
  mine.keeper.save({ vehicles });
  const [first = '', second = ''] = vehicles.map(({ id }) => id);

  const checked = await mine.run({ kind: 'check', path: file });
  expect(checked).toMatchObject({
    ok: true,
    value: {
      knownVehicles: 2,
      settings: SETTINGS,
      conflicts: {
        name: { count: 1, first: [{ vehicleId: first, mine: 'Mine', theirs: 'Theirs' }] },
        driver: { count: 0 },
        tags: { count: 0 },
      },
    },
  });
  const kept = await mine.run({ kind: 'import', path: file, choice: ALL });
  expect(labelsIn(mine.keeper).get(first)).toMatchObject({
    name: 'Mine',
    plate: 'M 1',
    driver: 'Ann',
  });
  expect(kept.ok && kept.value.before.map(([id]) => id)).toEqual([first]);

  const labels = { ...ALL.labels, name: 'theirs' } as const;
  const taken = await mine.run({ kind: 'import', path: file, choice: { ...ALL, labels } });
  expect(labelsIn(mine.keeper).get(first)?.name).toBe('Theirs');
  expect(labelsIn(mine.keeper).get(second)?.name).toBe('Same');
  if (!taken.ok) throw new Error('Not taken in');
  await mine.run({ kind: 'relabel', labels: taken.value.before });
  expect(labelsIn(mine.keeper).get(first)?.name).toBe('Mine');
  mine.remove();
});

test('vehicles that are not here are left out unless they are wanted', async () => {
  const from = copyIn(place.folder);
  from.keeper.save(filled(3));
  const file = await exported(from, 'file');
  const to = anotherCopy();
  const without = { ...ALL, otherVehicles: false };
  expect(await to.run({ kind: 'import', path: file, choice: without })).toMatchObject({
    value: { added: 0, connections: [] },
  });
  expect(labelsIn(to.keeper).size).toBe(0);
  expect(await to.run({ kind: 'import', path: file, choice: ALL })).toMatchObject({
    value: { added: 3, connections: [{ id: MADE_UP_CONNECTION.id }] },
  });
  to.remove();
});

test('a file of somebody else, a newer one, a cut or a changed one is refused, and nothing changes', async () => {
  const from = copyIn(place.folder);
  from.keeper.save(filled(3));
  await exported(from, 'file');
  const all = lines('file');
  const [head = '', settings = '', ...rest] = all;
  const cases = {
    not_ours: 'id,name\n1,car',
    newer: [head.replace('"version":1', '"version":2'), 'anything'].join('\n'),
    damaged: all.slice(0, -1).join('\n'),
    'damaged in the middle': [head, settings, ...rest.slice(1)].join('\n'),
    'damaged by a value': all.join('\n').replace('"access":"ok"', '"access":"perhaps"'),
    'damaged at the end': [...all, '{}'].join('\n'),
    'not_ours, empty': '',
  };
  const to = anotherCopy();
  to.keeper.save({ vehicles: [labelled(0, { name: 'Mine' })] });
  const before = labelsIn(to.keeper);
  for (const [name, text] of Object.entries(cases)) {
    writeFileSync(path('case'), text);
    const failure = name.split(/[ ,]/, 1)[0];
    expect(await to.run({ kind: 'check', path: path('case') }), name).toEqual({
      ok: false,
      failure,
    });
    // Whatever was checked before: each line is looked at again, and all of it is taken back.
    const choice = { ...ALL, labels: { ...ALL.labels, name: 'theirs' as const } };
    expect(await to.run({ kind: 'import', path: path('case'), choice }), name).toEqual({
      ok: false,
      failure,
    });
    expect(labelsIn(to.keeper)).toEqual(before);
  }
  expect(await to.run({ kind: 'check', path: path('gone') })).toEqual({
    ok: false,
    failure: 'not_readable',
  });
  to.remove();
});

test('an export that is stopped, or has no place, leaves no file behind', async () => {
  const copy = copyIn(place.folder);
  copy.keeper.save(filled(3));
  const running = copy.run({ kind: 'export', path: path('file'), settings: SETTINGS });
  expect(await copy.run({ kind: 'export', path: path('other'), settings: {} })).toEqual({
    ok: false,
    failure: 'busy',
  });
  copy.tasks.stop();
  expect(await running).toEqual({ ok: false, failure: 'cancelled' });
  expect(existsSync(path('file'))).toBe(false);
  expect(existsSync(path('file.part'))).toBe(false);
  const nowhere = join(place.folder, 'none', 'file');
  expect(await copy.run({ kind: 'export', path: nowhere, settings: {} })).toEqual({
    ok: false,
    failure: 'not_written',
  });
});

test('parts are measured and cleared', async () => {
  const copy = copyIn(place.folder);
  const [vehicle] = filled(1).vehicles ?? [];
  const at = iso(NOW);
  const value = { distanceKm: 1 };
  copy.keeper.save({
    ...filled(2),
    imports: [{ application: 'simulated', cars: [LISTED] }],
    history: [
      {
        vehicleId: vehicle?.id ?? '',
        kind: 'odometer',
        reading: { value, measuredAt: at, fetchedAt: at },
      },
    ],
    activity: [
      {
        ...{ at, kind: 'label', event: 'label.changed', result: 'done', by: null },
        ...{ vehicleIds: [vehicle?.id ?? ''], vehicleName: null, facts: {} },
      },
    ],
  });
  const rows = async () => {
    const { parts, fileBytes } = await copy.run({ kind: 'sizes' });
    expect(fileBytes).toBeGreaterThan(0);
    return [parts.vehicles.rows, parts.history.rows, parts.activity.rows];
  };
  expect(await rows()).toEqual([2, 1, 1]);
  await copy.run({ kind: 'clear', what: 'history' });
  expect(await rows()).toEqual([2, 0, 1]);
  await copy.run({ kind: 'clear', what: 'logs' });
  expect(await rows()).toEqual([2, 0, 0]);
  await copy.run({ kind: 'clear', what: 'everything' });
  expect(await rows()).toEqual([0, 0, 0]);
  const left = copy.keeper.read(({ sql }) =>
    sql
      .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_'))
      .filter((name) => sql.one(`SELECT 1 AS found FROM ${name}`) !== null),
  );
  expect(left).toEqual([]);
});
