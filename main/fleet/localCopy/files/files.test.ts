import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedCar } from '../../../../contract/importedCars.ts';
import {
  ALL,
  FILE_SETTINGS,
  fileCopies,
  filled,
  labelled,
  labelsIn,
} from '../../../testing/fileCopies.ts';
import { KEEPER_NOW } from '../../../testing/keeper.ts';

const { path, copy, lines, exported } = fileCopies();

const LISTED: ImportedCar = {
  ...{ vin: '1HGCM82633A004352', importedAt: KEEPER_NOW, likelihood: 'likely', reason: 'checked' },
  labels: { name: 'Van 7', plate: 'MP 7', driver: null, group: 'North', notes: null },
  capable: ['read_odometer'],
  missing: [],
};

/** Everything of a file but when it was made. */
const content = (name: string) => lines(name).slice(1);

const iso = (ms: number) => new Date(ms).toISOString();
const moment = fc.integer({ min: Date.parse('2020-01-01'), max: KEEPER_NOW }).map(iso);

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
        const from = copy();
        const to = copy();
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
        for (const { end } of [from, to]) end();
      },
    ),
    { numRuns: 25 },
  );
});

test('a file of somebody else, a newer one, a cut or a changed one is refused, and nothing changes', async () => {
  const from = copy();
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
  const to = copy();
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
});

test('an export that is stopped, or has no place, leaves no file behind', async () => {
  const mine = copy();
  mine.keeper.save(filled(3));
  const running = mine.run({ kind: 'export', path: path('file'), settings: FILE_SETTINGS });
  expect(await mine.run({ kind: 'export', path: path('other'), settings: {} })).toEqual({
    ok: false,
    failure: 'busy',
  });
  mine.tasks.stop();
  expect(await running).toEqual({ ok: false, failure: 'cancelled' });
  expect(existsSync(path('file'))).toBe(false);
  expect(existsSync(path('file.part'))).toBe(false);
  // What is in the way shows only once everything is written.
  mkdirSync(path('folder'));
  expect(await mine.run({ kind: 'export', path: path('folder'), settings: {} })).toEqual({
    ok: false,
    failure: 'not_written',
  });
  expect(existsSync(path('folder.part'))).toBe(false);
  const nowhere = join(path('none'), 'file');
  expect(await mine.run({ kind: 'export', path: nowhere, settings: {} })).toEqual({
    ok: false,
    failure: 'not_written',
  });
});

test('parts are measured and cleared', async () => {
  const mine = copy();
  const [vehicle] = filled(1).vehicles ?? [];
  const at = iso(KEEPER_NOW);
  const value = { distanceKm: 1 };
  mine.keeper.save({
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
    const { parts, fileBytes } = await mine.run({ kind: 'sizes' });
    expect(fileBytes).toBeGreaterThan(0);
    return [parts.vehicles.rows, parts.history.rows, parts.activity.rows];
  };
  expect(await rows()).toEqual([2, 1, 1]);
  await mine.run({ kind: 'clear', what: 'history' });
  expect(await rows()).toEqual([2, 0, 1]);
  await mine.run({ kind: 'clear', what: 'logs' });
  expect(await rows()).toEqual([2, 0, 0]);
  await mine.run({ kind: 'clear', what: 'everything' });
  expect(await rows()).toEqual([0, 0, 0]);
  const left = mine.keeper.read(({ sql }) =>
    sql
      .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_'))
      .filter((name) => sql.one(`SELECT 1 AS found FROM ${name}`) !== null),
  );
  expect(left).toEqual([]);
});
