import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keeper, type KeeperOptions, openKeeper } from '../fleet/localCopy/keeper.ts';
import { loadSqlite } from '../fleet/localCopy/sqlite.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import { MADE_UP_CONNECTION } from './fleet.ts';

export const KEEPER_NOW = Date.parse('2026-11-20T12:00:00Z');

const open = await loadSqlite();

/** A keeper of `vehicles.db` in a folder, and what it has told since. */
export function keeperIn(folder: string, options: Partial<KeeperOptions> = {}) {
  const file = join(folder, 'vehicles.db');
  const setAside: string[] = [];
  const written: boolean[] = [];
  const keeper = openKeeper({
    file,
    open,
    now: () => KEEPER_NOW,
    firstVersion: null,
    onSetAside: (name) => setAside.push(name),
    onWritten: (worked) => written.push(worked),
    ...options,
  });
  return { keeper, file, setAside, written };
}

/** All vehicles that it shows, by id. */
export function vehiclesIn(keeper: Keeper): VehicleRecord[] {
  const texts = keeper.read((store) => store.page([MADE_UP_CONNECTION.id], null, 100_000));
  return texts.map((text) => JSON.parse(text));
}

export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'motorpool-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
