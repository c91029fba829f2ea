import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportedCar, linesOfCars, unpackCar } from '../../../contract/importedCars.ts';
import { SQLITE_KINDS } from '../../testing/sqliteKinds.ts';
import { createBacklog } from './backlog.ts';
import { openMemory } from './databaseFile.ts';
import type { Database } from './sqlite.ts';
import { createStore, type Store } from './store.ts';

const ONE = '1HGCM82633A004352';
const OTHER = '5YJ3E1EA2KF317000';

function car(vin: string, change: Partial<ImportedCar> = {}): ImportedCar {
  return {
    vin,
    importedAt: 1000,
    labels: { name: null, plate: null, driver: null, group: null, notes: null },
    likelihood: 'likely',
    reason: 'brand_in_matrix',
    capable: ['read_odometer'],
    missing: [],
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

  const listOf = (application: string) =>
    linesOfCars(store.imported(application, 0, 100).text).map(unpackCar);
  const add = (...cars: ImportedCar[]) => store.apply({ imports: [{ application: 'a', cars }] });

  test('each application has its list, in the order of the import, in pages', () => {
    add(car(OTHER), car(ONE));
    store.apply({ imports: [{ application: 'b', cars: [car(ONE)] }] });
    expect(listOf('a')).toEqual([car(OTHER), car(ONE)]);
    expect(listOf('b')).toEqual([car(ONE)]);
    const { text, next } = store.imported('a', 0, 1);
    expect(linesOfCars(text)).toHaveLength(1);
    expect(linesOfCars(store.imported('a', next ?? 0, 1).text).map(unpackCar)).toEqual([car(ONE)]);
    expect(store.imported('a', 99, 10)).toEqual({ text: '', next: null });
  });

  test('a list moves to another application, whose own cars stay as they are', () => {
    add(car(OTHER), car(ONE));
    const own = car(ONE, { importedAt: 5 });
    store.apply({ imports: [{ application: 'b', cars: [own] }] });
    store.apply({ imports: [{ application: 'a', movedTo: 'b' }] });
    expect(listOf('a')).toEqual([]);
    expect(listOf('b')).toEqual([car(OTHER), own]);
  });

  test('the same VIN again is one car: new words win, empty ones and unasked ones do not', () => {
    const labels = { name: 'Van', plate: 'A 1', driver: null, group: null, notes: null };
    add(car(ONE, { labels }));
    add(
      car(ONE, {
        importedAt: 2000,
        labels: { ...labels, name: null, plate: 'B 2', driver: 'Ada' },
        likelihood: 'unknown',
        reason: 'not_checked',
        capable: [],
      }),
    );
    expect(listOf('a')).toEqual([car(ONE, { labels: { ...labels, plate: 'B 2', driver: 'Ada' } })]);
    add(car(ONE, { likelihood: 'unlikely', reason: 'not_in_matrix', capable: [] }));
    expect(listOf('a')).toMatchObject([{ likelihood: 'unlikely', reason: 'not_in_matrix' }]);
  });

  test('cars are taken out one by one or all at once, of one application only', () => {
    add(car(ONE), car(OTHER));
    store.apply({ imports: [{ application: 'b', cars: [car(ONE)] }] });
    store.apply({ imports: [{ application: 'a', dropped: [ONE] }] });
    expect(listOf('a')).toEqual([car(OTHER)]);
    store.apply({ imports: [{ application: 'a', dropped: 'all' }] });
    expect([listOf('a').length, listOf('b').length]).toEqual([0, 1]);
  });

  test('a car waits for its vehicle until that has its labels', () => {
    add(car(ONE), car(OTHER));
    expect(store.unlabelled('a')).toEqual([ONE, OTHER]);
    store.apply({ imports: [{ application: 'a', labelled: [ONE] }] });
    expect(store.unlabelled('a')).toEqual([OTHER]);
    expect(store.importedByVin('a', [ONE, 'X'])).toEqual([car(ONE)]);
  });

  test('all that names a car or somebody is told, of every application', () => {
    const labels = { name: 'Van', plate: null, driver: 'Ada', group: null, notes: null };
    add(car(ONE, { labels }));
    store.apply({ imports: [{ application: 'b', cars: [car(OTHER)] }] });
    expect(store.importedNames().toSorted()).toEqual([ONE, OTHER, 'Ada', 'Van']);
  });

  test('changes that wait for the disk come in their order', () => {
    const backlog = createBacklog();
    backlog.add({ imports: [{ application: 'a', cars: [car(ONE)] }] });
    backlog.add({ imports: [{ application: 'a', dropped: 'all' }] });
    backlog.add({ imports: [{ application: 'a', cars: [car(OTHER)] }] });
    store.apply(backlog.change());
    expect(listOf('a')).toEqual([car(OTHER)]);
  });
});
