import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { stripVTControlCharacters } from 'node:util';
import { SetupError } from './report.mjs';

const TAIL_LINES = 30;

/**
 * Runs a command with its output in a log file, so that the screen stays readable.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.log Path of the log file; its last lines are shown when the command fails.
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.timeout] Milliseconds until the command is stopped.
 * @param {string} [options.advice] What the person can do if it fails.
 * @throws {SetupError} when the command cannot be started, fails or takes too long
 */
export async function runLogged(command, args, { log, cwd, env, timeout, advice }) {
  mkdirSync(dirname(log), { recursive: true });
  const sink = createWriteStream(log);
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    ...(timeout === undefined ? {} : { timeout }),
  });
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  const problem = await new Promise((/** @type {(value: string | null) => void} */ resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(null);
      else resolve(signal ? `it was stopped (${signal})` : `it ended with exit code ${code}`);
    });
  });
  sink.end();
  await finished(sink);
  if (problem === null) return;
  const text = stripVTControlCharacters(readFileSync(log, 'utf8')).trimEnd();
  const tail = text.split('\n').slice(-TAIL_LINES).join('\n');
  throw new SetupError(
    [`${command} failed: ${problem}.`, tail, `Whole output: ${log}`, advice]
      .filter(Boolean)
      .join('\n'),
  );
}
