import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MADE_UP_CONNECTION } from '../../testing/fleet.ts';
import { KEEPER_NOW, keeperIn, temporaryFolder, vehiclesIn } from '../../testing/keeper.ts';
import { newVehicle } from '../merge.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { readFirstVersion } from './firstVersion.ts';

const known: VehicleRecord = {
  ...newVehicle('v1', MADE_UP_CONNECTION),
  make: 'TESLA',
  readings: {
    ...newVehicle('v1', MADE_UP_CONNECTION).readings,
    odometer: {
      last: {
        value: { distanceKm: 12 },
        measuredAt: null,
        fetchedAt: '2026-04-01T00:00:00.000Z',
      },
      problem: null,
    },
  },
};

/** As the first version wrote it. */
function written({ labels, asked, paused, hold, calls, ...vehicle }: VehicleRecord): object {
  return vehicle;
}

let folder: string;
let file: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  file = join(folder, 'vehicles.json');
});
afterEach(() => remove());

const leave = (...vehicles: readonly object[]) =>
  writeFileSync(file, JSON.stringify({ version: 1, vehicles }));

function open() {
  const found = readFirstVersion(file, KEEPER_NOW);
  return keeperIn(folder, { firstVersion: found && { ...found, file } });
}

test('its vehicles are taken in, and what it did not know begins empty', () => {
  leave(written(known));
  const { keeper } = open();
  expect(vehiclesIn(keeper)).toEqual([known]);
  keeper.close();
  expect(readdirSync(folder)).toEqual(['vehicles.db']);
  const again = keeperIn(folder);
  expect(vehiclesIn(again.keeper)).toEqual([known]);
  again.keeper.close();
});

test('a file from before the ending of access was kept is read too', () => {
  const { accessEnded: _ended, reauthenticateUrl: _url, ...first } = known;
  leave(written(first as VehicleRecord));
  const { keeper } = open();
  expect(vehiclesIn(keeper)).toEqual([known]);
  keeper.close();
});

test('taken in twice, nothing newer is overwritten and nothing removed comes back', () => {
  const gone = newVehicle('v2', MADE_UP_CONNECTION);
  leave(written(known), written(gone));
  const first = open();
  const newer = { ...known, year: 2026 };
  first.keeper.save({ vehicles: [newer], removed: [gone.id] });
  first.keeper.close();
  // As if the file could not be removed.
  leave(written(known), written(gone));
  const second = open();
  expect(vehiclesIn(second.keeper)).toEqual([newer]);
  second.keeper.close();
  expect(existsSync(file)).toBe(false);
});

test('where the database cannot be made, its vehicles are seen and its file stays', () => {
  leave(written(known));
  mkdirSync(join(folder, 'vehicles.db'));
  const { keeper, written: told } = open();
  expect(vehiclesIn(keeper)).toEqual([known]);
  keeper.close();
  expect(told).toEqual([false]);
  expect(existsSync(file)).toBe(true);
});

test.each([
  ['cut off', '{"version":1,"vehicles":[{"id":"v'],
  ['empty', ''],
  ['of another version', '{"version":2,"vehicles":[]}'],
  ['of another shape', '{"version":1,"vehicles":[{"id":"v1"}]}'],
])('a file that is %s is set aside, not lost', (_name, text) => {
  writeFileSync(file, text);
  const name = 'vehicles.damaged-20261120T120000.json';
  expect(readFirstVersion(file, KEEPER_NOW)).toEqual({ vehicles: [], setAside: name });
  expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test('a file that cannot be read now stays for another time', () => {
  mkdirSync(file);
  const { keeper } = open();
  expect(vehiclesIn(keeper)).toEqual([]);
  keeper.close();
  expect(existsSync(file)).toBe(true);
});
