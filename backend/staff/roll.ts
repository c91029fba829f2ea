import { readFile, stat } from 'node:fs/promises';
import { parseTokenFile, type StaffEntry } from './tokenFile.ts';

/** The staff who may use this server, by name. */
export type Roll = ReadonlyMap<string, StaffEntry>;

export interface RollOptions {
  /** Path of the staff tokens file. */
  readonly file: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told when a changed file cannot be used. */
  readonly warn: (message: string) => void;
}

/** How long a removed line may still open the door, in milliseconds. */
const RECHECK_MS = 2_000;

async function stampOf(file: string): Promise<string> {
  const { mtimeMs, ctimeMs, size, ino } = await stat(file);
  return [mtimeMs, ctimeMs, size, ino].join(' ');
}

/**
 * Keeps the staff tokens file in memory and reads it again when it has changed. Gives the same
 * object as long as it has not. A changed file that cannot be used is reported, and the former list
 * stays: a slip of the editor must not lock everybody out. Rejects when the first reading fails, with
 * Node's error or `TokenFileError`.
 */
export async function openRoll({ file, now, warn }: RollOptions): Promise<() => Promise<Roll>> {
  const read = async () => {
    // The stamp first: a change between the two is then seen at the next check.
    const stamp = await stampOf(file);
    return { stamp, roll: parseTokenFile(await readFile(file, 'utf8')) };
  };
  let { stamp, roll } = await read();
  let checkedAt = now();
  let checking: Promise<void> | undefined;

  async function check(): Promise<void> {
    try {
      if ((await stampOf(file)) === stamp) return;
      ({ stamp, roll } = await read());
    } catch (error) {
      warn(`staff tokens file not read again, the former list stays: ${(error as Error).message}`);
    }
  }

  return async () => {
    if (Math.abs(now() - checkedAt) >= RECHECK_MS) {
      checkedAt = now();
      checking = check().finally(() => {
        checking = undefined;
      });
    }
    await checking;
    return roll;
  };
}
