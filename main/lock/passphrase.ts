import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import { Secret } from '../secret.ts';

const derive = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** RFC 7914 with some 64 MB: about a tenth of a second here, and long for whoever tries many. */
const COST = { N: 65_536, r: 8, p: 1 };
const MAX_MEMORY = 128 * 1024 * 1024;
const LENGTH = 32;

/** What stands in the keychain. The costs are kept, so that they can be raised later. */
const storedSchema = z.strictObject({
  salt: z.base64(),
  hash: z.base64(),
  N: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
});

type Cost = typeof COST;

/** The same passphrase, however a keyboard composes its letters. */
function hashOf(passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  return derive(passphrase.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: MAX_MEMORY });
}

/** What is kept of a passphrase. */
export async function packPassphrase(passphrase: string): Promise<Secret> {
  const salt = randomBytes(16);
  const hash = await hashOf(passphrase, salt, COST);
  const stored = { salt: salt.toString('base64'), hash: hash.toString('base64'), ...COST };
  return new Secret(JSON.stringify(stored));
}

/** Whether this is the passphrase. Throws where what is kept is not of ours. */
export async function isPassphrase(passphrase: string, kept: Secret): Promise<boolean> {
  const { salt, hash, ...cost } = storedSchema.parse(JSON.parse(kept.reveal()));
  const expected = Buffer.from(hash, 'base64');
  const given = await hashOf(passphrase, Buffer.from(salt, 'base64'), cost);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
