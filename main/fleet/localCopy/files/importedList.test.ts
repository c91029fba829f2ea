import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportChoice } from '../../../../contract/data.ts';
import type { ImportedCar } from '../../../../contract/importedCars.ts';
import { keeperIn, temporaryFolder } from '../../../testing/keeper.ts';
import { keptCars } from '../importedCars.ts';
import { createTasks, type FileTask, type TaskAnswer } from './tasks.ts';

const ONE = '1HGCM82633A004352';
const OTHER = '5YJ3E1EA2KF317000';
const LATER = 1_800_000_000_000;

const CHOICE: ImportChoice = {
  labels: {
    ...{ name: 'mine', plate: 'mine', driver: 'mine' },
    ...{ group: 'mine', tags: 'mine', notes: 'mine' },
  },
  ...{ settings: false, past: false, otherVehicles: false, lists: true },
};

function car(vin: string, name: string | null): ImportedCar {
  return {
    ...{ vin, importedAt: 1_000, likelihood: 'likely', reason: 'checked' },
    labels: { name, plate: 'MP 7', driver: null, group: 'North', notes: null },
    capable: ['read_odometer'],
    missing: ['read_fuel'],
  };
}

let ends: (() => void)[] = [];
let folder = '';
beforeEach(() => {
  const place = temporaryFolder();
  folder = place.folder;
  ends = [place.remove];
});
afterEach(() => {
  for (const end of ends.toReversed()) end();
});

function copy() {
  const place = temporaryFolder();
  const { keeper, file } = keeperIn(place.folder);
  ends.push(place.remove, keeper.close);
  const tasks = createTasks({ keeper, databaseFile: file, now: () => LATER, onProgress: () => {} });
  const run = async <T extends FileTask>(task: T) =>
    (await tasks.run(task)) as TaskAnswer<T['kind']>;
  const list = () => keeper.read(({ sql }) => keptCars(sql, 0, 100)).map(({ kept }) => kept);
  return { keeper, run, list };
}

test('the lists of all applications are in the file, and join those of another computer', async () => {
  const from = copy();
  from.keeper.save({
    imports: [
      { application: 'a', cars: [car(ONE, 'Van'), car(OTHER, null)], labelled: [ONE] },
      { application: 'b', cars: [car(ONE, 'Bus')] },
    ],
  });
  const path = join(folder, 'all.ndjson');
  expect(await from.run({ kind: 'export', path, settings: {} })).toMatchObject({ ok: true });
  const to = copy();
  expect(await to.run({ kind: 'check', path })).toMatchObject({ value: { rows: { imported: 3 } } });
  await to.run({ kind: 'import', path, choice: { ...CHOICE, lists: false } });
  expect(to.list()).toEqual([]);
  await to.run({ kind: 'import', path, choice: CHOICE });
  expect(to.list()).toEqual(from.list());
  // Once more changes nothing.
  await to.run({ kind: 'import', path, choice: CHOICE });
  expect(to.list()).toEqual(from.list());
});

test('a car that waits for its labels here goes on waiting', async () => {
  const from = copy();
  from.keeper.save({ imports: [{ application: 'a', cars: [car(ONE, 'Van')], labelled: [ONE] }] });
  const path = join(folder, 'all.ndjson');
  await from.run({ kind: 'export', path, settings: {} });
  const to = copy();
  to.keeper.save({ imports: [{ application: 'a', cars: [car(ONE, null)] }] });
  await to.run({ kind: 'import', path, choice: CHOICE });
  expect(to.list()).toEqual([{ application: 'a', labelled: false, car: car(ONE, 'Van') }]);
});
