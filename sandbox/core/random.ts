import { createHash } from 'node:crypto';

/** Source of unguessable bytes; the default is `crypto.randomBytes`. */
export type RandomBytes = (count: number) => Uint8Array;

/** Reproducible random numbers: the same seed and labels always give the same sequence. */
export type Prng = {
  /** A number in [0, 1). */
  float: () => number;
  /** A number in [min, max). */
  between: (min: number, max: number) => number;
  /** A whole number in [min, max], both included. */
  int: (min: number, max: number) => number;
  /** True with the given probability (0 to 1). */
  chance: (probability: number) => boolean;
  /** One element; throws RangeError for an empty list. */
  pick: <T>(list: readonly T[]) => T;
};

function digest(seed: number, labels: readonly (string | number)[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([seed, ...labels]))
    .digest();
}

/**
 * A PRNG (sfc32) whose start is the SHA-256 of seed and labels, so that each vehicle, day or
 * purpose has a sequence of its own and adding one never shifts another.
 */
export function seededRandom(seed: number, ...labels: (string | number)[]): Prng {
  const start = digest(seed, labels);
  let a = start.readInt32LE(0);
  let b = start.readInt32LE(4);
  let c = start.readInt32LE(8);
  let counter = start.readInt32LE(12);
  const float = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) float();
  const between = (min: number, max: number) => min + float() * (max - min);
  const int = (min: number, max: number) => Math.floor(between(min, max + 1));
  return {
    float,
    between,
    int,
    chance: (probability) => float() < probability,
    pick: (list) => {
      const chosen = list[int(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
  };
}

/** Writes 16 bytes as a version 4 UUID (RFC 9562 section 5.4). */
export function uuidFrom(bytes: Uint8Array): string {
  const copy = Buffer.from(bytes.subarray(0, 16));
  copy.writeUInt8((copy.readUInt8(6) & 0x0f) | 0x40, 6);
  copy.writeUInt8((copy.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = copy.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** A UUID that depends on seed and labels only. */
export function seededUuid(seed: number, ...labels: (string | number)[]): string {
  return uuidFrom(digest(seed, labels));
}

/** SHA-256 as base64url: what the state keeps instead of a code, token or cookie. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
