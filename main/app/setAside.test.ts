import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setDatabaseAside } from '../fleet/localCopy/databaseFile.ts';
import { removeSetAside, setAside } from './setAside.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test('what was set aside is found again and deleted, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'set-aside-'));
  try {
    const write = (...names: string[]) => {
      for (const name of names) writeFileSync(join(folder, name), 'VIN');
    };
    write('settings.json');
    setAside(join(folder, 'settings.json'), NOW);
    write('settings.json');
    setAside(join(folder, 'settings.json'), NOW);
    write('vehicles.db', 'vehicles.db-wal');
    setDatabaseAside(join(folder, 'vehicles.db'), NOW);
    write('settings.json', 'settings.last-good.json', 'vehicles.db', 'hail.damaged-cars.csv');
    expect(readdirSync(folder)).toHaveLength(8);
    removeSetAside(folder);
    expect(readdirSync(folder).toSorted()).toEqual([
      ...['hail.damaged-cars.csv', 'settings.json', 'settings.last-good.json', 'vehicles.db'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
