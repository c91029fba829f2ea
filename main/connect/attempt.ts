import { Secret } from '../secret.ts';

/** How long a person may take for Connect, car maker's login and second factor included. */
export const ATTEMPT_LIFE_MS = 30 * 60_000;

/** Gives `length` random bytes from a cryptographically secure source. */
export type RandomBytes = (length: number) => Uint8Array;

/** One run of Connect, from button to outcome. Its `state` serves once. */
export interface Attempt {
  /** Short and not secret: lets a person, and the log, tell two attempts apart. */
  readonly code: string;
  /** 256 random bits (RFC 6749, section 10.10 asks for at least 128). */
  readonly state: Secret;
  readonly startedAt: number;
  readonly expiresAt: number;
}

export function createAttempt(now: number, random: RandomBytes): Attempt {
  return {
    code: Buffer.from(random(2)).toString('hex').toUpperCase(),
    state: new Secret(Buffer.from(random(32)).toString('base64url')),
    startedAt: now,
    expiresAt: now + ATTEMPT_LIFE_MS,
  };
}
