import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetupError } from '../setup/report.mjs';

/** A digest as npm writes it (Subresource Integrity): algorithm, hyphen, base64. */
export type Integrity = `${'sha256' | 'sha512'}-${string}`;

export async function integrityOf(
  file: string,
  algorithm: 'sha256' | 'sha512',
): Promise<Integrity> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return `${algorithm}-${hash.digest('base64')}`;
}

/** Refuses a file that is not, byte for byte, the one that was tried. */
export async function verifyIntegrity(file: string, expected: Integrity): Promise<void> {
  const found = await integrityOf(file, expected.startsWith('sha512') ? 'sha512' : 'sha256');
  if (found !== expected) {
    throw new SetupError(`${file} is not the expected file: ${found} instead of ${expected}.`);
  }
}
