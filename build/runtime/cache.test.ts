import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './cache.ts';

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cache-'));
});

afterEach(() => rm(parent, { recursive: true }));

test('a failed fill leaves nothing behind', async () => {
  const failing = makeFolder(join(parent, 'made'), async (folder) => {
    await writeFile(join(folder, 'half'), '');
    throw new Error('aborted');
  });
  await expect(failing).rejects.toThrow('aborted');
  expect(await readdir(parent)).toEqual([]);
});

test('of two at the same time one wins, and both are content', async () => {
  const target = join(parent, 'made');
  const fill = (content: string) => (folder: string) => writeFile(join(folder, 'file'), content);
  await Promise.all([makeFolder(target, fill('one')), makeFolder(target, fill('two'))]);
  expect(await readdir(parent)).toEqual(['made']);
  expect(['one', 'two']).toContain(await readFile(join(target, 'file'), 'utf8'));
});
