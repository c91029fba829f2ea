import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ImportedCar, linesOfCars, packCar, unpackCar } from '../../contract/importedCars.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { openMemory } from '../fleet/localCopy/databaseFile.ts';
import type { Keeper } from '../fleet/localCopy/keeper.ts';
import { type Database, loadSqlite } from '../fleet/localCopy/sqlite.ts';
import { createStore } from '../fleet/localCopy/store.ts';
import { toVehicle } from '../fleet/vehicleRecord.ts';
import { madeUpVehicle } from '../testing/fleet.ts';
import { createKeptCopy } from '../testing/keptCopy.ts';
import { createImports, type Imports } from './imports.ts';

const ONE = '1HGCM82633A004352';
const OTHER = '5YJ3E1EA2KF317000';

const APPLICATIONS: Readonly<Record<string, string>> = { first: 'a', second: 'b' };

const open = await loadSqlite();
let database: Database;
let imports: Imports;
let application: string | null;
const label = vi.fn(async () => undefined);

beforeEach(() => {
  database = openMemory(open);
  const store = createStore(database);
  const keeper: Pick<Keeper, 'read' | 'save'> = {
    read: (work) => work(store),
    save: store.apply,
  };
  application = 'a';
  label.mockClear();
  imports = createImports({
    localCopy: createKeptCopy(keeper as Keeper),
    application: () => application,
    applicationOf: (profileId) => APPLICATIONS[profileId] ?? null,
    label,
  });
});
afterEach(() => database.close());

function car(vin: string, labels: Partial<ImportedCar['labels']> = {}): ImportedCar {
  return {
    vin,
    importedAt: 1000,
    labels: { name: null, plate: null, driver: null, group: null, notes: null, ...labels },
    likelihood: 'unknown',
    reason: 'not_checked',
    capable: [],
    missing: [],
  };
}

const add = (...cars: ImportedCar[]) => imports.add('first', cars.map(packCar).join('\n'));

function vehicle(vin: string | null, labels: Partial<Vehicle['labels']> = {}): Vehicle {
  const empty = { name: null, plate: null, driver: null, group: null, tags: [], notes: null };
  return { ...toVehicle(madeUpVehicle(1)), id: 'car-1', vin, labels: { ...empty, ...labels } };
}

test('a vehicle that comes gets the labels of the list once, but for those that it has', async () => {
  await add(car(ONE, { name: 'Van 1', driver: 'Ada' }), car(OTHER, { name: 'Van 2' }));
  await imports.learn([vehicle(null)]);
  expect(label).not.toHaveBeenCalled();
  await imports.learn([vehicle(ONE, { driver: 'Grace' })]);
  expect(label.mock.calls).toEqual([['car-1', { name: 'Van 1' }]]);
  // Taken away by a person, it does not come again, after a restart neither.
  await imports.learn([vehicle(ONE)]);
  await imports.page(0, 10);
  expect(label).toHaveBeenCalledTimes(1);
});

test('lists of several applications are apart', async () => {
  await add(car(ONE, { name: 'Van 1' }));
  application = 'b';
  expect(await imports.page(0, 10)).toEqual({ text: '', next: null });
  await imports.learn([vehicle(ONE)]);
  expect(label).not.toHaveBeenCalled();
  application = 'a';
  await imports.learn([vehicle(ONE)]);
  expect(label).toHaveBeenCalledTimes(1);
  application = null;
  await imports.remove(null);
  application = 'a';
  const { text } = await imports.page(0, 10);
  expect(linesOfCars(text).map(unpackCar)).toEqual([car(ONE, { name: 'Van 1' })]);
});

test('cars that come after a switch go into the list that they were meant for', async () => {
  application = 'b';
  await add(car(ONE));
  await imports.add('gone', packCar(car(OTHER)));
  expect(await imports.page(0, 10)).toEqual({ text: '', next: null });
  application = 'a';
  const { text } = await imports.page(0, 10);
  expect(linesOfCars(text).map(unpackCar)).toEqual([car(ONE)]);
});

test('what the list may not hold is refused, all of it', async () => {
  await expect(add(car(ONE), car('1HGCM82633A004353'))).rejects.toThrow();
  await expect(imports.add('first', 'no JSON')).rejects.toThrow();
  await expect(
    add({ ...car(ONE), labels: { ...car(ONE).labels, name: 'x'.repeat(201) } }),
  ).rejects.toThrow();
  expect(await imports.page(0, 10)).toEqual({ text: '', next: null });
});
