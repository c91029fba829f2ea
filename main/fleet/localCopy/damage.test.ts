import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MADE_UP_CONNECTION, madeUpVehicle } from '../../testing/fleet.ts';
import { KEEPER_NOW, keeperIn, temporaryFolder, vehiclesIn } from '../../testing/keeper.ts';
import { setDatabaseAside } from './databaseFile.ts';
import { createHousework } from './housework.ts';

const ASIDE = 'vehicles.damaged-20261120T120000.db';
const FLEET = Array.from({ length: 120 }, (_, index) => madeUpVehicle(index));
const MINE = [MADE_UP_CONNECTION.id];

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

function fill(): string {
  const { keeper, file } = keeperIn(folder);
  keeper.save({ vehicles: FLEET });
  keeper.close();
  return file;
}

test('what was saved is there at the next start, in a file for its owner only', () => {
  const file = fill();
  const { keeper, setAside, written } = keeperIn(folder);
  expect(vehiclesIn(keeper)).toEqual(FLEET);
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['vehicles.db', 'vehicles.db-shm', 'vehicles.db-wal']);
  if (process.platform !== 'win32') {
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  keeper.close();
  expect(readdirSync(folder)).toEqual(['vehicles.db']);
  expect([setAside, written]).toEqual([[], []]);
  expect(existsSync(file)).toBe(true);
});

test.each([
  ['garbage', (file: string) => writeFileSync(file, 'x'.repeat(40_000))],
  ['cut off', (file: string) => truncateSync(file, 20_000)],
  ['cut off within its first page', (file: string) => truncateSync(file, 3_000)],
  [
    'of something else',
    (file: string) => {
      writeFileSync(file, '');
      const other = new DatabaseSync(file);
      other.exec('CREATE TABLE bookmarks (url TEXT)');
      other.close();
    },
  ],
  [
    'without one of its tables',
    (file: string) => {
      const database = new DatabaseSync(file);
      database.exec('DROP TABLE history');
      database.close();
    },
  ],
])('a file that is %s is set aside, told, and begun anew', (_name, damage) => {
  const file = fill();
  damage(file);
  const damaged = readFileSync(file);
  const { keeper, setAside } = keeperIn(folder);
  expect(setAside).toEqual([ASIDE]);
  expect(readFileSync(join(folder, ASIDE))).toEqual(damaged);
  expect(vehiclesIn(keeper)).toEqual([]);
  keeper.save({ vehicles: FLEET });
  keeper.close();
  const again = keeperIn(folder);
  expect(vehiclesIn(again.keeper)).toEqual(FLEET);
  expect(again.setAside).toEqual([]);
  again.keeper.close();
});

test('what SQLite keeps beside a damaged file is set aside with it', () => {
  const file = join(folder, 'vehicles.db');
  for (const end of ['', '-wal', '-shm']) writeFileSync(`${file}${end}`, `old ${end}`);
  expect(setDatabaseAside(file, KEEPER_NOW)).toBe(ASIDE);
  expect(readdirSync(folder).sort()).toEqual([ASIDE, `${ASIDE}-shm`, `${ASIDE}-wal`]);
});

/** Makes everything on all pages but the first one useless. */
function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xee, 16_384);
  writeFileSync(file, bytes);
}

test.each([
  ['read', (keeper: ReturnType<typeof keeperIn>['keeper']) => vehiclesIn(keeper)],
  ['written', (keeper: ReturnType<typeof keeperIn>['keeper']) => keeper.save({ vehicles: FLEET })],
])('damage that only shows when the file is %s is got over just the same', (_name, use) => {
  spoil(fill());
  const { keeper, setAside } = keeperIn(folder);
  expect(setAside).toEqual([]);
  use(keeper);
  expect(setAside).toEqual([ASIDE]);
  keeper.save({ vehicles: FLEET.slice(0, 3) });
  expect(vehiclesIn(keeper)).toEqual(expect.arrayContaining(FLEET.slice(0, 3)));
  keeper.close();
});

test('the daily look at the tables finds damage that nobody has read', async () => {
  spoil(fill());
  const { keeper, setAside } = keeperIn(folder);
  await createHousework(keeper).thin(KEEPER_NOW);
  expect(setAside).toEqual([ASIDE]);
  expect(vehiclesIn(keeper)).toEqual([]);
  keeper.close();
});

test('flipped bytes never make it fail: it answers, or begins anew', () => {
  const file = fill();
  const whole = readFileSync(file);
  let begunAnew = 0;
  for (let round = 0; round < 150; round += 1) {
    const bytes = Buffer.from(whole);
    for (let flip = 0; flip < 40; flip += 1) {
      const at = (round * 2_654_435_761 + flip * 40_503 * 97) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
    }
    writeFileSync(file, bytes);
    const { keeper, setAside } = keeperIn(folder);
    keeper.read((store) => [
      store.page(MINE, null, 1_000),
      store.first(MINE, 60),
      store.facts(MINE),
      store.connections(),
      store.queue(),
      store.pausedQueue(),
      store.history(FLEET[0]?.id ?? '', 'odometer', '2000-01-01'),
      store.calls(FLEET[0]?.id ?? '', null, 10),
    ]);
    keeper.save({ vehicles: FLEET.slice(0, 2), removed: [FLEET[3]?.id ?? ''] });
    keeper.close();
    begunAnew += setAside.length > 0 ? 1 : 0;
  }
  expect(begunAnew).toBeGreaterThan(50);
});

test('a file of a newer version is left as it is', () => {
  const file = fill();
  const database = new DatabaseSync(file);
  database.exec('ALTER TABLE vehicles ADD COLUMN colour TEXT; PRAGMA user_version = 99');
  database.close();
  const before = readFileSync(file);
  const { keeper, setAside, written } = keeperIn(folder);
  expect(written).toEqual([false]);
  keeper.save({ vehicles: FLEET.slice(0, 1) });
  expect(vehiclesIn(keeper)).toEqual(FLEET.slice(0, 1));
  keeper.retry();
  keeper.close();
  expect(readFileSync(file)).toEqual(before);
  expect(setAside).toEqual([]);
});

test('what cannot be read now is neither moved nor written over', () => {
  mkdirSync(join(folder, 'vehicles.db'));
  const { keeper, setAside, written } = keeperIn(folder);
  keeper.save({ vehicles: FLEET });
  expect(vehiclesIn(keeper)).toEqual(FLEET);
  keeper.close();
  expect([setAside, written]).toEqual([[], [false]]);
  expect(readdirSync(folder)).toEqual(['vehicles.db']);
});
