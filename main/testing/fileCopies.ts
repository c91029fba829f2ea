import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type ImportChoice, LABELS_STAY } from '../../contract/data.ts';
import { createTasks, type FileTask, type TaskAnswer } from '../fleet/localCopy/files/tasks.ts';
import type { Keeper } from '../fleet/localCopy/keeper.ts';
import type { StoreChange } from '../fleet/localCopy/store.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import { madeUpVehicle } from './fleet.ts';
import { KEEPER_NOW, keeperIn, temporaryFolder, vehiclesIn } from './keeper.ts';

/** The settings that every file holds. */
export const FILE_SETTINGS = { transport: 'https' };

/** Takes in everything but the settings; where labels differ, those that are here stay. */
export const ALL: ImportChoice = {
  labels: LABELS_STAY,
  settings: false,
  past: true,
  otherVehicles: true,
  lists: true,
};

/** Local copies, each in a folder of its own, and a folder for files; all gone after each test. */
export function fileCopies() {
  const ends = new Set<() => void>();
  let place: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    place = temporaryFolder();
  });
  afterEach(() => {
    for (const end of ends) end();
    place.remove();
  });
  const path = (name: string) => join(place.folder, name);

  function copy() {
    const { folder, remove } = temporaryFolder();
    const { keeper, file } = keeperIn(folder);
    const now = () => KEEPER_NOW;
    const tasks = createTasks({ keeper, databaseFile: file, now, onProgress: () => {} });
    const run = async <T extends FileTask>(task: T) =>
      (await tasks.run(task)) as TaskAnswer<T['kind']>;
    const end = () => {
      ends.delete(end);
      keeper.close();
      remove();
    };
    ends.add(end);
    return { keeper, tasks, run, end };
  }

  return {
    path,
    copy,
    lines: (name: string) => readFileSync(path(name), 'utf8').trimEnd().split('\n'),
    async exported({ run }: ReturnType<typeof copy>, name: string): Promise<string> {
      expect(await run({ kind: 'export', path: path(name), settings: FILE_SETTINGS })).toEqual({
        ok: true,
        value: null,
      });
      return path(name);
    },
  };
}

/** So many vehicles, and what else changes. */
export function filled(count: number, change: StoreChange = {}): StoreChange {
  const now = KEEPER_NOW;
  const vehicles = Array.from({ length: count }, (_, index) => madeUpVehicle(index, { now }));
  return { vehicles, ...change };
}

/** A vehicle with these labels and no others. */
export function labelled(index: number, labels: Partial<VehicleRecord['labels']>): VehicleRecord {
  const none = { name: null, plate: null, driver: null, group: null, tags: [], notes: null };
  return { ...madeUpVehicle(index, { now: KEEPER_NOW }), labels: { ...none, ...labels } };
}

/** The labels of all vehicles, by id. */
export function labelsIn(keeper: Keeper): Map<string, VehicleRecord['labels']> {
  return new Map(vehiclesIn(keeper).map(({ id, labels }) => [id, labels]));
}
