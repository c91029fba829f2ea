import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Health } from '../../contract/health.ts';

/** The database and what SQLite keeps beside it. */
const FILES = ['vehicles.db', 'vehicles.db-wal', 'vehicles.db-shm'];

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    // Not there: SQLite makes and removes its companions as it needs them.
    return 0;
  }
}

/** Free bytes for this person where the data folder is, and the size of the local copy. */
export async function lookAtDisk(
  folder: string,
): Promise<Pick<Health['disk'], 'freeBytes' | 'copyBytes'>> {
  const sizes = await Promise.all(FILES.map((name) => sizeOf(join(folder, name))));
  const copyBytes = sizes.reduce((sum, size) => sum + size, 0);
  try {
    const { bavail, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, copyBytes };
  } catch {
    // Some network drives do not say; nothing else depends on it.
    return { freeBytes: null, copyBytes };
  }
}
