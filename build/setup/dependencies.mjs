import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runLogged } from './command.mjs';
import { out, projectNode, root } from './paths.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Whether what npm noted as installed is what the lockfile asks for. Packages for other systems are
 * optional in the lockfile and may be missing.
 *
 * @param {Record<string, LockedPackage>} locked `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json
 */
export function isInstalled(locked, installed) {
  const same = Object.entries(installed).every(
    ([path, { version, integrity }]) =>
      locked[path]?.version === version && locked[path]?.integrity === integrity,
  );
  const complete = Object.entries(locked).every(
    ([path, entry]) =>
      path === '' || path in installed || entry.optional === true || entry.devOptional === true,
  );
  return same && complete;
}

function upToDate() {
  const locked = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!locked || !installed || !isInstalled(locked, installed)) return false;
  // Made by an install script, so npm's own notes do not tell whether it is there.
  return existsSync(projectNode);
}

/** How to start the npm that runs us, or else the one that came with Node. */
function npm() {
  const { npm_execpath: cli = '', npm_node_execpath: node } = process.env;
  if (node && cli.endsWith('npm-cli.js') && existsSync(cli))
    return { command: node, before: [cli] };
  if (process.platform !== 'win32') return { command: 'npm', before: [] };
  // Windows' `npm` is a batch file, which cannot be started without a shell.
  const bundled = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return { command: process.execPath, before: [bundled] };
}

/**
 * Runs npm with its output in a log file.
 *
 * @param {readonly string[]} args
 * @param {{ log: string, advice?: string, cwd?: string, timeout?: number }} options
 */
export async function runNpm(args, options) {
  const { command, before } = npm();
  await runLogged(command, [...before, ...args], { cwd: root, ...options });
}

/**
 * Installs the packages of the lockfile unless they are there.
 *
 * @param {import('./report.mjs').Report} report
 */
export async function ensureDependencies(report) {
  if (upToDate()) return;
  // `npm ci` deletes node_modules first. Windows does not delete a running program, and under
  // `npm start` the Node that runs this may be the one in there; `npm install` leaves it alone.
  const runsInside = process.execPath.startsWith(join(root, 'node_modules'));
  const verb = process.platform === 'win32' && runsInside ? 'install' : 'ci';
  await report.step('npm packages installed', () =>
    runNpm([verb, '--no-audit', '--no-fund'], {
      log: join(out, 'logs/npm.log'),
      advice: 'Check the network or the proxy settings of npm, then run the same command again.',
    }),
  );
}
