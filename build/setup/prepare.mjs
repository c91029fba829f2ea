import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { projectNode, root } from './paths.mjs';
import { createReport, SetupError } from './report.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Motorpool needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
  );
}

/**
 * Runs a script of ours with the project's own Node, which reads TypeScript, and ends as it ends.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
function handOver(script, args) {
  const child = spawn(projectNode, [join(root, 'build', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal sends Ctrl+C to both; whoever ends only this process means the script.
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal ? 128 + constants.signals[signal] : 1));
    });
  });
}

/**
 * Makes a bare machine ready, then runs a script. This file and what it imports run on the host's
 * Node and need no package, because nothing is installed yet.
 *
 * @param {string} script Path below `build/`.
 * @param {object} options
 * @param {boolean} options.virtualDesktop Whether a display and a keyring of our own are needed.
 * @param {boolean} [options.json] Standard output belongs to the script's JSON.
 */
export async function prepareAndRun(script, { virtualDesktop, json = false }) {
  const report = createReport(json ? process.stderr : process.stdout);
  try {
    checkNode();
    await ensureSystemPackages(report, { virtualDesktop });
    await ensureDependencies(report);
    process.exitCode = await handOver(script, process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
