import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeUpVehicle } from '../../testing/fleet.ts';
import { keeperIn, temporaryFolder, vehiclesIn } from '../../testing/keeper.ts';
import {
  MIGRATED_ROWS,
  momentOf,
  nextInQueue,
  TEST_MIGRATIONS,
  VEHICLE,
} from '../../testing/killedCopy/orders.ts';
import { createKiller, type Killer } from '../../testing/killedCopy/run.ts';
import { seeded } from '../../testing/seeded.ts';
import { readFirstVersion } from './firstVersion.ts';
import { migrate, versionOf } from './migrations.ts';
import { loadSqlite } from './sqlite.ts';

const KILLS = 200;
const open = await loadSqlite();

let folder: string;
let remove: () => void;
let killer: Killer;
beforeAll(() => {
  ({ folder, remove } = temporaryFolder());
  killer = createKiller(join(folder, 'compile-cache'));
});
afterAll(async () => {
  await killer.close();
  remove();
});

function newFolder(name: string): string {
  const made = join(folder, name);
  mkdirSync(made);
  return made;
}

function quickCheck(file: string): unknown {
  const database = open(file);
  try {
    return database.prepare('PRAGMA quick_check').get()?.quick_check;
  } finally {
    database.close();
  }
}

/** What the parts of the local copy say of the last change, once it is opened again. */
function numbersIn(where: string) {
  const { keeper, file, setAside, written } = keeperIn(where);
  const found = keeper.read((store) => {
    const [text] = store.vehicles([VEHICLE.id]);
    const record: number = text === undefined ? 0 : JSON.parse(text).year;
    const from = momentOf(Math.max(record - 1, 0));
    const history = store.history(VEHICLE.id, 'odometer', from);
    const [call] = store.calls(VEHICLE.id, null, 1).calls;
    return {
      record,
      history: history.at(-1)?.value.distanceKm ?? 0,
      call: Number(call?.items[0] ?? 0),
      queue: store.queue().map(({ vehicleId }) => vehicleId),
    };
  });
  keeper.close();
  return { found, check: quickCheck(file), setAside, written };
}

test(`killed at ${KILLS} random moments of a refresh, the copy is whole each time`, async () => {
  const random = seeded(20_261_120);
  const where = newFolder('refresh');
  let last = 0;
  let runsWithChanges = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const told = await killer.run('refresh', where, random() * 60);
    expect(told.filter((line) => !/^\d+$/.test(line))).toEqual([]);
    const acknowledged = Number(told.at(-1) ?? last);
    const { found, check, setAside, written } = numbersIn(where);
    const { record } = found;
    expect(check).toBe('ok');
    expect([setAside, written]).toEqual([[], []]);
    // The last one may have been written before its acknowledgement was.
    expect([acknowledged, acknowledged + 1]).toContain(record);
    const queue = record === 0 ? [] : [nextInQueue(record)];
    expect(found).toEqual({ record, history: record, call: record, queue });
    if (record > last) runsWithChanges += 1;
    last = record;
  }
  // How many of them come before the first change hangs on the machine.
  expect(runsWithChanges).toBeGreaterThan(KILLS / 4);
  const database = open(join(where, 'vehicles.db'));
  for (const table of ['history', 'calls']) {
    const row = database.prepare(`SELECT count(*) AS count FROM ${table}`).get();
    expect(row?.count, `all changes are in ${table}`).toBe(last);
  }
  database.close();
}, 180_000);

test('killed while it takes in what the first version left, nothing of it is lost', async () => {
  const random = seeded(7);
  const vehicles = Array.from({ length: 1_500 }, (_, index) => madeUpVehicle(index));
  const left = JSON.stringify({ version: 1, vehicles });
  const ends = new Set<string>();
  for (let kill = 0; kill < 20; kill += 1) {
    const where = newFolder(`import-${kill}`);
    const old = join(where, 'vehicles.json');
    writeFileSync(old, left);
    await killer.run('import', where, random() * 350);
    ends.add(readdirSync(where).sort().join(' '));
    const found = existsSync(old) ? readFirstVersion(old, 0) : null;
    const { keeper, file, setAside } = keeperIn(where, {
      firstVersion: found && { ...found, file: old },
    });
    expect(vehiclesIn(keeper).map(({ id, vin }) => [id, vin])).toEqual(
      vehicles.map(({ id, vin }) => [id, vin]),
    );
    keeper.close();
    expect([setAside, quickCheck(file), existsSync(old)]).toEqual([[], 'ok', false]);
  }
  expect(ends.size, 'kills before, during and after').toBeGreaterThan(1);
}, 120_000);

test('killed while its schema is brought up to date, it has the old one or the new one', async () => {
  const random = seeded(11);
  const versions = new Set<number>();
  for (let kill = 0; kill < 20; kill += 1) {
    const file = join(newFolder(`migrate-${kill}`), 'vehicles.db');
    const before = open(file);
    migrate(before, TEST_MIGRATIONS.slice(0, 1));
    before.close();
    await killer.run('migrate', join(folder, `migrate-${kill}`), random() * 80);
    expect(quickCheck(file)).toBe('ok');
    const database = open(file);
    versions.add(versionOf(database));
    migrate(database, TEST_MIGRATIONS);
    const row = database.prepare('SELECT count(*) AS count, sum(length) AS sum FROM texts').get();
    const lengths = Array.from({ length: MIGRATED_ROWS }, (_, index) => `text ${index + 1}`.length);
    expect(row).toMatchObject({
      count: MIGRATED_ROWS,
      sum: lengths.reduce((sum, length) => sum + length, 0),
    });
    database.close();
  }
  expect([...versions].sort(), 'kills before and after').toEqual([1, 2]);
}, 120_000);
