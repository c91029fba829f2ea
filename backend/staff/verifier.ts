import { createHash } from 'node:crypto';
import { Problem } from '../problems.ts';
import type { Roll } from './roll.ts';
import { matchesToken, nameInToken } from './tokenFile.ts';

/** Checks staff tokens. */
export interface Verifier {
  /** The name of a token that was verified before; undefined for all others. */
  readonly recall: (token: string) => Promise<string | undefined>;
  /**
   * The name of the token's owner, or undefined when there is none. Throws {@link Problem}
   * `rate_limited` when too many checks wait already.
   */
  readonly verify: (token: string) => Promise<string | undefined>;
}

/** scrypt is slow and hungry on purpose: more at once would let strangers take the machine. */
const MAX_RUNNING = 2;
const MAX_WAITING = 32;

/** Runs at most {@link MAX_RUNNING} tasks at once; refuses when too many wait. */
function createGate(): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= MAX_RUNNING) {
      if (waiting.length >= MAX_WAITING) {
        throw new Problem('rate_limited', 'Too many sign-ins at once.', { retryAfter: 1 });
      }
      // Whoever finishes hands the place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64');

/**
 * Makes a verifier over a roll. Verified tokens are remembered by their SHA-256 until the roll
 * changes; the same token is never checked twice at the same time.
 */
export function createVerifier(currentRoll: () => Promise<Roll>): Verifier {
  const gate = createGate();
  let roll: Roll | undefined;
  const verified = new Map<string, string>();
  const pending = new Map<string, Promise<string | undefined>>();

  async function refreshRoll(): Promise<Roll> {
    const current = await currentRoll();
    if (current !== roll) {
      roll = current;
      verified.clear();
      pending.clear();
    }
    return current;
  }

  async function check(token: string, digest: string, against: Roll): Promise<string | undefined> {
    const name = nameInToken(token);
    const entry = name === undefined ? undefined : against.get(name);
    if (!(await gate(() => matchesToken(token, entry)))) return undefined;
    if (against === roll && name !== undefined) verified.set(digest, name);
    return name;
  }

  return {
    recall: async (token) => {
      await refreshRoll();
      return verified.get(digestOf(token));
    },
    verify: async (token) => {
      const against = await refreshRoll();
      const digest = digestOf(token);
      const running = pending.get(digest);
      if (running) return running;
      const started = check(token, digest, against).finally(() => {
        if (pending.get(digest) === started) pending.delete(digest);
      });
      pending.set(digest, started);
      return started;
    },
  };
}
