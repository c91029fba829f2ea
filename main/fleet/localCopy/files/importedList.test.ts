import { expect, test } from 'vitest';
import type { ImportChoice } from '../../../../contract/data.ts';
import type { ImportedCar } from '../../../../contract/importedCars.ts';
import { ALL, fileCopies } from '../../../testing/fileCopies.ts';
import { keptCars } from '../importedCars.ts';
import type { Keeper } from '../keeper.ts';

const ONE = '1HGCM82633A004352';
const OTHER = '5YJ3E1EA2KF317000';

const CHOICE: ImportChoice = { ...ALL, past: false, otherVehicles: false };

const { copy, exported } = fileCopies();

function car(vin: string, name: string | null): ImportedCar {
  return {
    ...{ vin, importedAt: 1_000, likelihood: 'likely', reason: 'checked' },
    labels: { name, plate: 'MP 7', driver: null, group: 'North', notes: null },
    capable: ['read_odometer'],
    missing: ['read_fuel'],
  };
}

function list(keeper: Keeper) {
  return keeper.read(({ sql }) => keptCars(sql, 0, 100)).map(({ kept }) => kept);
}

test('the lists of all applications are in the file, and join those of another computer', async () => {
  const from = copy();
  from.keeper.save({
    imports: [
      { application: 'a', cars: [car(ONE, 'Van'), car(OTHER, null)], labelled: [ONE] },
      { application: 'b', cars: [car(ONE, 'Bus')] },
    ],
  });
  const path = await exported(from, 'all.ndjson');
  const to = copy();
  expect(await to.run({ kind: 'check', path })).toMatchObject({ value: { rows: { imported: 3 } } });
  await to.run({ kind: 'import', path, choice: { ...CHOICE, lists: false } });
  expect(list(to.keeper)).toEqual([]);
  await to.run({ kind: 'import', path, choice: CHOICE });
  expect(list(to.keeper)).toEqual(list(from.keeper));
  // Once more changes nothing.
  await to.run({ kind: 'import', path, choice: CHOICE });
  expect(list(to.keeper)).toEqual(list(from.keeper));
});

test('a car that waits for its labels here goes on waiting', async () => {
  const from = copy();
  from.keeper.save({ imports: [{ application: 'a', cars: [car(ONE, 'Van')], labelled: [ONE] }] });
  const path = await exported(from, 'all.ndjson');
  const to = copy();
  to.keeper.save({ imports: [{ application: 'a', cars: [car(ONE, null)] }] });
  await to.run({ kind: 'import', path, choice: CHOICE });
  expect(list(to.keeper)).toEqual([{ application: 'a', labelled: false, car: car(ONE, 'Van') }]);
});
