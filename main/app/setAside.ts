import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Moves a file that cannot be read out of the way under another name in the same folder, so that
 * nothing is lost and the app can start. Answers the new name.
 */
export function setAside(file: string, now: number): string {
  const extension = extname(file);
  const stem = basename(file, extension);
  const stamp = new Date(now).toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const folder = dirname(file);
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${count}`;
    const name = `${stem}.damaged-${stamp}${suffix}${extension}`;
    if (existsSync(join(folder, name))) continue;
    renameSync(file, join(folder, name));
    return name;
  }
}

/** Names that `setAside` gave, with what a database has besides itself. */
const SET_ASIDE = /\.damaged-\d{8}T\d{6}(?:-\d+)?(?:\.|$)/;

/** Deletes all that was ever moved out of the way in a folder. Throws the disk's errors. */
export function removeSetAside(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (SET_ASIDE.test(name)) rmSync(join(folder, name), { force: true });
  }
}
