import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MADE_UP_CONNECTION, madeUpVehicle } from '../../testing/fleet.ts';
import { KEEPER_NOW, temporaryFolder } from '../../testing/keeper.ts';
import { mountSmallDisk } from '../../testing/smallDisk.ts';
import { factsOf } from '../facts.ts';
import { type OpenedLocalCopy, openLocalCopy } from './openLocalCopy.ts';

const THREAD = new URL('thread.ts', import.meta.url);
const MINE = [MADE_UP_CONNECTION.id];
const FLEET = Array.from({ length: 150 }, (_, index) => madeUpVehicle(index));
const [vehicle, another] = [madeUpVehicle(0), madeUpVehicle(1)];
const AT = '2026-11-20T11:00:00.000Z';

let folder: string;
let remove: () => void;
let copies: OpenedLocalCopy[] = [];
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(async () => {
  await Promise.all(copies.map((copy) => copy.close()));
  copies = [];
  remove();
});

function open(where = folder): OpenedLocalCopy {
  const copy = openLocalCopy({
    folder: where,
    worker: THREAD,
    now: () => KEEPER_NOW,
    retryMs: 20,
  });
  copies.push(copy);
  return copy;
}

async function reopen(): Promise<OpenedLocalCopy> {
  await copies.pop()?.close();
  return open();
}

test('answers come from a thread, and what was saved is there at the next start', async () => {
  const copy = open();
  expect(await copy.opened).toEqual({ repair: null });
  const reading = { value: { distanceKm: 12 }, measuredAt: null, fetchedAt: AT };
  const queued = {
    vehicleId: another.id,
    askedBy: 'person',
    askedAt: AT,
    attempts: 0,
    notBefore: null,
  } as const;
  await copy.save({
    vehicles: [vehicle, another],
    history: [{ vehicleId: vehicle.id, kind: 'odometer', reading }],
    queued: [queued],
    bucket: { application: 'simulated', row: { tokens: 3, uptimeMs: 4 } },
    pausedQueue: { paused: false, groups: ['Pool'] },
  });
  await copy.rememberFirst([another.id]);

  const next = await reopen();
  expect(await next.count(MINE)).toBe(2);
  expect(await next.page(MINE, vehicle.id, 9)).toEqual([another]);
  expect(await next.first(MINE, 9)).toEqual([another]);
  expect(await next.vehicles([another.id, vehicle.id])).toEqual([another, vehicle]);
  expect(await next.facts(MINE)).toEqual([factsOf(vehicle), factsOf(another)]);
  expect(await next.connections()).toEqual([MADE_UP_CONNECTION]);
  expect(await next.history(vehicle.id, 'odometer', '2026-01-01')).toEqual([reading]);
  expect(await next.calls(vehicle.id, null, 9)).toEqual({ calls: [], next: null });
  expect(await next.commands(vehicle.id, 9)).toEqual([]);
  expect(await next.queue()).toEqual([queued]);
  expect(await next.bucket('simulated')).toEqual({ tokens: 3, uptimeMs: 4 });
  expect(await next.pausedQueue()).toEqual({ paused: false, groups: ['Pool'] });
});

test('closing waits for what was asked and saved before, and ends the thread', async () => {
  const copy = open();
  const saved = FLEET.map((one) => copy.save({ vehicles: [one] }));
  const counted = copy.count(MINE);
  const thinned = copy.thin(KEEPER_NOW);
  await copy.close();
  expect(await counted).toBe(FLEET.length);
  await Promise.all([...saved, thinned]);
  await expect(copy.count(MINE)).rejects.toThrow('closed');
  expect(readdirSync(folder)).toEqual(['vehicles.db']);
});

test('others are served while thousands of values are thinned', async () => {
  const copy = open();
  await copy.save({ vehicles: FLEET });
  for (const { id } of FLEET) {
    const history = Array.from({ length: 40 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 3, 1, 0, index)).toISOString();
      const reading = { value: { distanceKm: index }, measuredAt: at, fetchedAt: at };
      return { vehicleId: id, kind: 'odometer' as const, reading };
    });
    await copy.save({ history });
  }
  const ends: string[] = [];
  const thinning = copy.thin(KEEPER_NOW).then(() => ends.push('thinned'));
  await copy.count(MINE).then(() => ends.push('counted'));
  await thinning;
  expect(ends).toEqual(['counted', 'thinned']);
  const left = await copy.history(FLEET.at(-1)?.id ?? '', 'odometer', '2026-01-01');
  expect(left.map(({ value }) => value.distanceKm)).toEqual([39]);
});

test('what hung on removed vehicles is deleted by itself', async () => {
  const copy = open();
  await copy.save({ vehicles: FLEET });
  await copy.save({ removed: FLEET.map(({ id }) => id) });
  const database = new DatabaseSync(join(folder, 'vehicles.db'));
  await vi.waitFor(() => {
    const row = database.prepare('SELECT count(*) AS count FROM vehicle_ids').get();
    expect(row?.count).toBe(0);
  });
  database.close();
});

describe('damage', () => {
  const NAME = 'vehicles.damaged-20261120T120000.db';

  test('that is found at the start is told with the opening', async () => {
    writeFileSync(join(folder, 'vehicles.db'), 'no database at all');
    expect(await open().opened).toEqual({ repair: { fileName: NAME, folder } });
  });

  test('of the file of the first version is told with the opening', async () => {
    writeFileSync(join(folder, 'vehicles.json'), '{');
    const fileName = 'vehicles.damaged-20261120T120000.json';
    expect(await open().opened).toEqual({ repair: { fileName, folder } });
  });

  test.each([
    [
      'a page',
      (file: string) => writeFileSync(file, readFileSync(file).fill(0xee, 16_384)),
      (copy: OpenedLocalCopy) => copy.page(MINE, null, 1_000),
    ],
    [
      'a record',
      (file: string) => {
        const database = new DatabaseSync(file);
        database.exec(
          `UPDATE records SET record = replace(record, '"make"', '"make') WHERE key = 5`,
        );
        database.close();
      },
      (copy: OpenedLocalCopy) => copy.page(MINE, null, 1_000),
    ],
  ])('of %s that is found in use is told, and the copy begun anew', async (_name, damage, use) => {
    await open().save({ vehicles: FLEET });
    await copies.pop()?.close();
    damage(join(folder, 'vehicles.db'));
    const copy = open();
    const onRepair = vi.fn();
    copy.onRepair(onRepair);
    expect(await copy.opened).toEqual({ repair: null });
    expect(await use(copy)).toEqual([]);
    expect(onRepair.mock.calls).toEqual([
      [{ fileName: expect.stringContaining('vehicles.damaged-'), folder }],
    ]);
    await copy.save({ vehicles: [vehicle] });
    expect(await (await reopen()).page(MINE, null, 9)).toEqual([vehicle]);
  });
});

const disk = mountSmallDisk(6_000);

test.skipIf(disk === null)('a full disk is told, and that there is room again', async () => {
  if (!disk) return;
  try {
    const copy = open(disk.folder);
    const onWritten = vi.fn();
    copy.onWritten(onWritten);
    await copy.opened;
    disk.fill();
    for (const one of FLEET) await copy.save({ vehicles: [one] });
    expect(await copy.page(MINE, null, 1_000)).toEqual(FLEET);
    expect(onWritten.mock.calls).toEqual([[false]]);
    const late = vi.fn();
    copy.onWritten(late);
    expect(late.mock.calls).toEqual([[false]]);
    disk.clear();
    await vi.waitFor(() => expect(onWritten.mock.calls).toEqual([[false], [true]]));
    expect(late).toHaveBeenLastCalledWith(true);
    await copy.close();
    copies = [];
    expect(await open(disk.folder).page(MINE, null, 1_000)).toEqual(FLEET);
    await copies.pop()?.close();
  } finally {
    disk.unmount();
  }
});
