import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Integrity, integrityOf, verifyIntegrity } from './integrity.ts';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'integrity-'));
  file = join(folder, 'abc');
  await writeFile(file, 'abc');
});

afterAll(() => rm(folder, { recursive: true }));

// FIPS 180-4, example "abc".
const SHA256: Integrity = `sha256-${Buffer.from(
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  'hex',
).toString('base64')}`;

test('writes a digest as npm does', async () => {
  expect(await integrityOf(file, 'sha256')).toBe(SHA256);
});

test('accepts the expected file', async () => {
  await expect(verifyIntegrity(file, SHA256)).resolves.toBeUndefined();
});

test('refuses a file that differs by one byte', async () => {
  const other = join(folder, 'abd');
  await writeFile(other, 'abd');
  await expect(verifyIntegrity(other, SHA256)).rejects.toThrow('is not the expected file');
});

test('takes the algorithm from the expected digest', async () => {
  await expect(verifyIntegrity(file, await integrityOf(file, 'sha512'))).resolves.toBeUndefined();
});
