import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLocalCopy } from './localCopy.ts';
import { newVehicle } from './merge.ts';

const NOW = Date.parse('2026-05-01T10:00:00Z');
const vehicle = newVehicle('v1', { id: 'c1', application: 'simulated', createdAt: '2026-04-01' });
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motorpool-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(onWritten = vi.fn<(worked: boolean) => void>()) {
  const file = join(folder, 'vehicles.json');
  return { copy: openLocalCopy({ file, now: () => NOW, onWritten }), file, onWritten };
}

test('what was saved is there at the next start, for its owner only', async () => {
  const { copy, file } = open();
  expect(copy.initial).toEqual([]);
  copy.save([vehicle]);
  await copy.flush();
  expect(open().copy.initial).toEqual([vehicle]);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('the newest state wins, and nothing is left beside the file', async () => {
  const { copy } = open();
  for (let year = 2000; year <= 2050; year += 1) copy.save([{ ...vehicle, year }]);
  await copy.flush();
  expect(open().copy.initial).toMatchObject([{ year: 2050 }]);
  expect(readdirSync(folder)).toEqual(['vehicles.json']);
});

test.each([
  ['cut off', '{"version":1,"vehicles":[{"id":"v'],
  ['empty', ''],
  ['of another version', '{"version":2,"vehicles":[]}'],
  ['of another shape', '{"version":1,"vehicles":[{"id":"v1"}]}'],
])('a file that is %s is set aside, not lost', async (_name, text) => {
  writeFileSync(join(folder, 'vehicles.json'), text);
  const { copy } = open();
  expect(copy.initial).toEqual([]);
  expect(copy.repair).toEqual({ fileName: 'vehicles.damaged-20260501T100000.json', folder });
  expect(readFileSync(join(folder, copy.repair?.fileName ?? ''), 'utf8')).toBe(text);
  copy.save([vehicle]);
  await copy.flush();
  expect(open().copy).toMatchObject({ initial: [vehicle], repair: null });
});

test('a second damaged file does not replace the first', () => {
  for (const text of ['first', 'second']) {
    writeFileSync(join(folder, 'vehicles.json'), text);
    open();
  }
  expect(readdirSync(folder).sort()).toEqual([
    'vehicles.damaged-20260501T100000-2.json',
    'vehicles.damaged-20260501T100000.json',
  ]);
});

test('a file that cannot be read now is neither moved nor written over', async () => {
  mkdirSync(join(folder, 'vehicles.json'));
  const { copy, onWritten } = open();
  expect(copy).toMatchObject({ initial: [], repair: null });
  copy.save([vehicle]);
  await copy.flush();
  expect(onWritten).toHaveBeenLastCalledWith(false);
  expect(readdirSync(folder)).toEqual(['vehicles.json']);
});

test('a folder that cannot be written to is told', async () => {
  const { copy, onWritten } = open();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder was');
  copy.save([vehicle]);
  await copy.flush();
  expect(onWritten).toHaveBeenLastCalledWith(false);
});
