import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATED_ROWS, TEST_MIGRATIONS } from '../../testing/killedCopy/orders.ts';
import { MIGRATIONS, migrate, versionOf } from './migrations.ts';
import { type Database, loadSqlite } from './sqlite.ts';

const open = await loadSqlite();
let database: Database;
beforeEach(() => {
  database = open(':memory:');
});
afterEach(() => database.close());

const countOf = (table: string) =>
  database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count;

test('nothing becomes the newest schema, and the newest stays as it is', () => {
  migrate(database);
  expect(versionOf(database)).toBe(MIGRATIONS.length);
  database.exec("INSERT INTO notes (name, value) VALUES ('first', '[]')");
  migrate(database);
  expect(countOf('notes')).toBe(1);
});

test('a copy of the first schema gets a place for alerts, and keeps what it has', () => {
  migrate(database, MIGRATIONS.slice(0, 1));
  database.exec(`
    INSERT INTO vehicle_ids (key, id) VALUES (7, 'car');
    INSERT INTO queue (vehicle, asked_by, asked_at, attempts) VALUES (7, 'person', 'now', 0);`);
  migrate(database);
  database.exec("INSERT INTO alerts (vehicle, state) VALUES (7, '{}')");
  expect([countOf('queue'), countOf('alerts')]).toEqual([1, 1]);
});

test('a copy without a place for imported cars gets one, and keeps what it has', () => {
  migrate(database, MIGRATIONS.slice(0, 3));
  database.exec("INSERT INTO notes (name, value) VALUES ('first', '[]')");
  migrate(database);
  database.exec(`
    INSERT INTO imported (application, vin, imported_at, likelihood, reason, capable, missing)
    VALUES ('simulated', '1HGCM82633A004352', 0, 'unknown', 'not_checked', '[]', '[]')`);
  expect([countOf('notes'), countOf('imported')]).toEqual([1, 1]);
});

test('only the steps that are missing are taken, with what is there', () => {
  migrate(database, TEST_MIGRATIONS.slice(0, 1));
  expect(versionOf(database)).toBe(1);
  migrate(database, TEST_MIGRATIONS);
  expect(versionOf(database)).toBe(2);
  expect(countOf('texts WHERE length = length(text)')).toBe(MIGRATED_ROWS);
});

test('a step that fails leaves the schema before it, whole', () => {
  const failing = [...TEST_MIGRATIONS.slice(0, 1), 'DROP TABLE texts; SELECT * FROM nowhere'];
  expect(() => migrate(database, failing)).toThrow('no such table: nowhere');
  expect(versionOf(database)).toBe(1);
  expect(countOf('texts')).toBe(MIGRATED_ROWS);
  migrate(database, TEST_MIGRATIONS);
  expect(versionOf(database)).toBe(2);
});
