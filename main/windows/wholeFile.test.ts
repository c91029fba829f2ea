import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mountSmallDisk } from '../testing/smallDisk.ts';
import { writeWhole } from './wholeFile.ts';

const disk = mountSmallDisk(1_024);
disk?.unmount();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motorpool-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file is made, and takes the place of the one before', async () => {
  const file = join(folder, 'fleet.csv');
  await writeWhole(file, 'Wagen;Größe');
  expect(readFileSync(file, 'utf8')).toBe('Wagen;Größe');
  await writeWhole(file, '');
  expect(readFileSync(file, 'utf8')).toBe('');
  expect(readdirSync(folder)).toEqual(['fleet.csv']);
});

test('a folder that is in the way is told', async () => {
  await expect(writeWhole(folder, 'text')).rejects.toThrow();
});

test.skipIf(!disk)('where the disk is too full, what stood there stays', async () => {
  const small = mountSmallDisk(1_024);
  if (!small) throw new Error('no disk');
  try {
    const file = join(small.folder, 'fleet.csv');
    writeFileSync(file, 'what was there');
    // A part of the new text has room.
    await expect(writeWhole(file, 'x'.repeat(2_000_000))).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('what was there');
    await expect.poll(() => readdirSync(small.folder)).toEqual(['fleet.csv']);
  } finally {
    small.unmount();
  }
});
