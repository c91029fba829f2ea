import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What is kept of a staff token: parameters, salt and hash of scrypt (RFC 7914). */
export interface StaffEntry {
  readonly name: string;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A line of the staff tokens file is not `name:scrypt$N$r$p$salt$hash`; says which, not what. */
export class TokenFileError extends Error {
  override readonly name = 'TokenFileError';
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const LINE = /^([^:]+):scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;
/** 32 MiB and some 60 ms per check; results are cached, so staff do not wait for it. */
const NEW = { cost: 32_768, blockSize: 8, parallelization: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const TOKEN_BYTES = 32;

/** True for what may stand before the colon: letters, digits, `.`, `_`, `-`, at most 64. */
export const isStaffName = (name: string): boolean => NAME.test(name);

type Parameters = Pick<StaffEntry, 'cost' | 'blockSize' | 'parallelization' | 'salt'>;

function derive(token: string, { salt, ...parameters }: Parameters): Promise<Buffer> {
  const { cost, blockSize, parallelization } = parameters;
  // Twice what the algorithm needs; Node's default would refuse the higher costs.
  const maxmem = 256 * cost * blockSize;
  const options = { cost, blockSize, parallelization, maxmem };
  return new Promise((resolve, reject) => {
    scrypt(token, salt, HASH_BYTES, options, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}

/**
 * A fresh token, `name.` and 256 random bits, with the line to put into the file. The name inside it
 * tells which line to check, so that a wrong token costs one scrypt, not one per line.
 */
export async function createToken(name: string): Promise<{ token: string; line: string }> {
  const token = `${name}.${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(token, { ...NEW, salt });
  const { cost, blockSize, parallelization } = NEW;
  const encoded = [salt, hash].map((bytes) => bytes.toString('base64url'));
  const fields = ['scrypt', cost, blockSize, parallelization, ...encoded];
  return { token, line: `${name}:${fields.join('$')}` };
}

/** The name that a token carries; undefined where it has not the form of a token. */
export function nameInToken(token: string): string | undefined {
  const dot = token.lastIndexOf('.');
  const name = token.slice(0, Math.max(0, dot));
  return isStaffName(name) ? name : undefined;
}

const isPowerOfTwo = (value: number) => (value & (value - 1)) === 0;

function readLine(line: string): StaffEntry | undefined {
  const [, name = '', ...fields] = LINE.exec(line) ?? [];
  const [cost = 0, blockSize = 0, parallelization = 0] = fields.slice(0, 3).map(Number);
  const [salt, hash] = fields.slice(3).map((text) => Buffer.from(text, 'base64url'));
  // Bounded, so that a slip in the file cannot stop the server with gigabytes per check.
  const isSane =
    cost >= 16_384 &&
    cost <= 262_144 &&
    isPowerOfTwo(cost) &&
    blockSize >= 1 &&
    blockSize <= 16 &&
    parallelization >= 1 &&
    parallelization <= 4;
  if (!isStaffName(name) || !isSane || !salt || hash?.length !== HASH_BYTES) return undefined;
  return { name, cost, blockSize, parallelization, salt, hash };
}

/**
 * Reads the staff tokens file: one entry per line; empty lines and those that begin with `#` are
 * skipped. Throws {@link TokenFileError} with the line's number.
 */
export function parseTokenFile(text: string): ReadonlyMap<string, StaffEntry> {
  const entries = new Map<string, StaffEntry>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const entry = readLine(line);
    if (!entry) throw new TokenFileError(`line ${index + 1} is not name:scrypt$N$r$p$salt$hash`);
    if (entries.has(entry.name)) throw new TokenFileError(`line ${index + 1} repeats a name`);
    entries.set(entry.name, entry);
  }
  return entries;
}

const nobody: StaffEntry = {
  ...NEW,
  name: '',
  salt: randomBytes(SALT_BYTES),
  hash: randomBytes(HASH_BYTES),
};

/**
 * Whether the token is the entry's, compared in constant time. Without an entry it takes as long and
 * is false, so that names cannot be found out by time.
 */
export async function matchesToken(token: string, entry: StaffEntry | undefined): Promise<boolean> {
  const expected = entry ?? nobody;
  const isSame = timingSafeEqual(await derive(token, expected), expected.hash);
  return entry !== undefined && isSame;
}
