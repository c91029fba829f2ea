import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloads are kept between checkouts: outside the repository, so that nothing packages them. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'motorpool',
);

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a folder as a whole or not at all: `fill` works in a temporary one, which then gets its
 * name. So an aborted run leaves nothing half done, and of two at the same time the first wins.
 */
export async function makeFolder(
  path: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  await mkdir(temporary, { recursive: true });
  try {
    await fill(temporary);
    await rename(temporary, path).catch(async (error: unknown) => {
      if (!(await exists(path))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
