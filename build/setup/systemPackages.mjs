import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runLogged } from './command.mjs';
import { out } from './paths.mjs';
import { SetupError } from './report.mjs';

/**
 * Something of the system that we need: found by the file it brings, so that the check holds on
 * every distribution; installed by Debian's package, of which newer releases renamed some.
 *
 * @typedef {object} Need
 * @property {string} [library]
 * @property {string} [program]
 * @property {readonly string[]} packages Debian's names, older first.
 */

/** @type {readonly Need[]} */
const ELECTRON = [
  { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2', 'libasound2t64'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
];

/** @type {readonly Need[]} */
const VIRTUAL_DESKTOP = [
  { program: 'Xvfb', packages: ['xvfb'] },
  { program: 'dbus-daemon', packages: ['dbus'] },
  { program: 'dbus-send', packages: ['dbus'] },
  { program: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { program: 'ps', packages: ['procps'] },
];

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The loader's list of libraries; `null` on systems without such a list, which then go unchecked. */
function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file));
  if (!ldconfig) return null;
  return spawnSync(ldconfig, ['-p'], { encoding: 'utf8', maxBuffer: 2 ** 24 }).stdout;
}

/** @param {readonly Need[]} needs */
function missing(needs) {
  const libraries = knownLibraries();
  return needs.filter(
    ({ library, program }) =>
      (library && libraries !== null && !libraries.includes(`\t${library} `)) ||
      (program && !onPath(program)),
  );
}

/** @param {readonly string[]} names */
function installable(names) {
  const known = names.find((name) => {
    const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout;
    return /Candidate: (?!\(none\))/.test(policy);
  });
  return known ?? names[0] ?? '';
}

/** @param {readonly Need[]} needs */
function debianNames(needs) {
  return [...new Set(needs.map(({ packages }) => installable(packages)))];
}

/**
 * Sees to the Linux libraries and programs that npm does not bring. As root on Debian and its
 * relatives they are installed; anywhere else it says what to install, since that is for the person
 * to decide.
 *
 * @param {import('./report.mjs').Report} report
 * @param {{ virtualDesktop: boolean }} options Whether a display and a keyring of our own are needed.
 * @throws {SetupError} with the line to run
 */
export async function ensureSystemPackages(report, { virtualDesktop }) {
  if (process.platform !== 'linux') return;
  const needs = missing(virtualDesktop ? [...ELECTRON, ...VIRTUAL_DESKTOP] : ELECTRON);
  if (needs.length === 0) return;
  if (!onPath('apt-get')) {
    const names = needs.map(({ library, program }) => library ?? program).join(', ');
    throw new SetupError(
      `Motorpool needs these from your distribution's packages: ${names}.\n` +
        'Install them, then run the same command again.',
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      'Some system packages are missing. Run this line, then the same command again:\n' +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${debianNames(needs).join(' ')}`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const advice = 'Check the network and the sources of apt, then run the same command again.';
  await report.step('system packages installed', async () => {
    await runLogged('apt-get', ['update'], { log: join(out, 'logs/apt-update.log'), env, advice });
    await runLogged(
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...debianNames(needs)],
      { log: join(out, 'logs/apt-install.log'), env, advice },
    );
  });
}
