import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GoodReading } from '../../../contract/readings.ts';
import { madeUpVehicle } from '../../testing/fleet.ts';
import { keeperIn, temporaryFolder, vehiclesIn } from '../../testing/keeper.ts';
import { mountSmallDisk, type SmallDisk } from '../../testing/smallDisk.ts';
import type { Keeper } from './keeper.ts';

const FLEET = Array.from({ length: 400 }, (_, index) => madeUpVehicle(index));
const OLD = FLEET.slice(0, 100);
const [first, second] = [madeUpVehicle(0), madeUpVehicle(1)];

function reading(distanceKm: number): GoodReading<'odometer'> {
  const at = new Date(Date.UTC(2026, 10, 1) + distanceKm * 60_000).toISOString();
  return { value: { distanceKm }, measuredAt: at, fetchedAt: at };
}

const historyIn = (keeper: Keeper) =>
  keeper
    .read((store) => store.history(first.id, 'odometer', '2026-01-01'))
    .map(({ value }) => value.distanceKm);

/** What a refresh does to all parts of the store, one vehicle after the other. */
function refresh(keeper: Keeper): void {
  for (const vehicle of FLEET.slice(1)) keeper.save({ vehicles: [vehicle] });
  for (const distance of [1, 2, 3]) {
    keeper.save({
      history: [{ vehicleId: first.id, kind: 'odometer', reading: reading(distance) }],
      queued: [
        {
          vehicleId: first.id,
          askedBy: 'person',
          askedAt: '2026-11-01T00:00:00.000Z',
          attempts: distance,
          notBefore: null,
        },
      ],
      unqueued: [second.id],
      buckets: [{ application: 'simulated', row: { tokens: distance, uptimeMs: distance } }],
      first: [second.id],
    });
  }
  keeper.save({ removed: [first.id, FLEET.at(-1)?.id ?? ''] });
  keeper.save({
    vehicles: [first],
    history: [{ vehicleId: first.id, kind: 'odometer', reading: reading(4) }],
  });
}

function expectRefreshed(keeper: Keeper): void {
  expect(vehiclesIn(keeper)).toEqual(FLEET.slice(0, -1));
  expect(historyIn(keeper)).toEqual([4]);
  expect(keeper.read((store) => store.queue())).toEqual([]);
  expect(keeper.read((store) => store.bucket('simulated'))).toEqual({ tokens: 3, uptimeMs: 3 });
  expect(keeper.read((store) => store.first(['made-up'], 60))).toHaveLength(1);
}

describe('a disk that is full', () => {
  let folder: string;
  let remove: () => void;
  beforeEach(() => {
    ({ folder, remove } = temporaryFolder());
  });
  afterEach(() => remove());

  /** A database that may not grow beyond so many pages: SQLite answers as if the disk were full. */
  const limited = (pages: { limit: number }) => (file: string) => {
    const database = new DatabaseSync(file);
    if (file !== ':memory:') database.exec(`PRAGMA max_page_count = ${pages.limit}`);
    return database;
  };

  test('does not stop anything: it goes on in memory, and is written when there is room', () => {
    const before = keeperIn(folder);
    before.keeper.save({ vehicles: OLD });
    before.keeper.close();

    const pages = { limit: 80 };
    const { keeper, written } = keeperIn(folder, { open: limited(pages) });
    refresh(keeper);
    expect(written).toEqual([false]);
    expectRefreshed(keeper);
    keeper.retry();
    expectRefreshed(keeper);
    expect(written).toEqual([false]);

    pages.limit = 1_000_000;
    keeper.retry();
    expect(written).toEqual([false, true]);
    keeper.save({ pausedQueue: { paused: true, groups: [] } });
    expectRefreshed(keeper);
    keeper.close();

    const after = keeperIn(folder);
    expectRefreshed(after.keeper);
    expect(after.keeper.read((store) => store.pausedQueue().paused)).toBe(true);
    expect(after.setAside).toEqual([]);
    after.keeper.close();
  });

  test('at the very first start leaves everything in memory', () => {
    const pages = { limit: 3 };
    const { keeper, written } = keeperIn(folder, { open: limited(pages) });
    refresh(keeper);
    expectRefreshed(keeper);
    pages.limit = 1_000_000;
    keeper.retry();
    expect(written).toEqual([false, true]);
    keeper.close();
    const after = keeperIn(folder);
    expectRefreshed(after.keeper);
    after.keeper.close();
  });
});

const probe = mountSmallDisk(64);
probe?.unmount();

describe.skipIf(probe === null)('a real small disk', () => {
  let disk: SmallDisk;
  let current: ReturnType<typeof keeperIn>;
  const open = vi.fn((file: string) => new DatabaseSync(file));
  beforeEach(() => {
    disk = mountSmallDisk(6_000) as SmallDisk;
    current = keeperIn(disk.folder, { open });
    current.keeper.save({ vehicles: OLD });
  });
  afterEach(() => {
    current.keeper.close();
    disk.unmount();
  });

  /** Ends it and starts anew. */
  function restart(): void {
    current.keeper.close();
    current = keeperIn(disk.folder);
  }

  test('is filled to its last byte, and cleared again', () => {
    disk.fill();
    open.mockClear();
    const { keeper, written } = current;
    refresh(keeper);
    expect(written).toEqual([false]);
    expectRefreshed(keeper);
    keeper.retry();
    expectRefreshed(keeper);
    expect(open, 'a database may be too large to copy it into memory').not.toHaveBeenCalled();
    disk.clear();
    keeper.retry();
    expect(written).toEqual([false, true]);
    expectRefreshed(keeper);
    restart();
    expectRefreshed(current.keeper);
    expect(current.setAside).toEqual([]);
  });

  test('is full to the end: what was written before is whole', () => {
    disk.fill();
    refresh(current.keeper);
    expect(current.written).toEqual([false]);
    restart();
    expect(current.setAside).toEqual([]);
    disk.clear();
    restart();
    expect(vehiclesIn(current.keeper)).toEqual(OLD);
  });

  test('is read-only at the start, and not later', () => {
    current.keeper.close();
    disk.setReadOnly(true);
    restart();
    const { keeper, written, setAside } = current;
    expect(written).toEqual([false]);
    expect(vehiclesIn(keeper)).toEqual(OLD);
    refresh(keeper);
    keeper.retry();
    expectRefreshed(keeper);
    disk.setReadOnly(false);
    keeper.retry();
    expect(written).toEqual([false, true]);
    restart();
    expectRefreshed(current.keeper);
    expect(setAside).toEqual([]);
  });

  test('is read-only after a kill: what stands in the log only is seen all the same', () => {
    const copies = ['', '-wal', '-shm'].map((end) => {
      const name = join(disk.folder, `vehicles.db${end}`);
      return [name, readFileSync(name)] as const;
    });
    current.keeper.close();
    for (const [name, bytes] of copies) writeFileSync(name, bytes);
    disk.setReadOnly(true);
    current = keeperIn(disk.folder);
    expect(vehiclesIn(current.keeper)).toEqual(OLD);
    expect(current.written).toEqual([false]);
    disk.setReadOnly(false);
  });
});
