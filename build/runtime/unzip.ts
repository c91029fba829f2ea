import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Extracts files of a zip archive with their access rights.
 *
 * @param rename the path below `folder` for an archive's entry, or `null` to leave it out
 */
export async function unzip(
  archive: string,
  folder: string,
  rename: (entry: string) => string | null,
): Promise<void> {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? null : rename(entry.fileName);
    if (name === null) continue;
    const target = join(folder, name);
    if (relative(folder, target).startsWith('..'))
      throw new Error(`${name} leads out of the folder`);
    await mkdir(dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}
