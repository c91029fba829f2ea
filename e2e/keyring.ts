import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { projectNode, root } from '../build/setup/paths.mjs';
import type { Machine } from './app.ts';
import { readApp } from './pages.ts';

export interface KeychainEntry {
  readonly account: string;
  readonly password: string;
}

/** Runs a few lines with `keytar` as another program than the app would; they read their input. */
function askKeychain(machine: Machine, script: string, input: unknown = null): string {
  const lines = `import { readFileSync } from 'node:fs';
import keytar from 'keytar';
const input = JSON.parse(readFileSync(0, 'utf8'));
${script}`;
  return execFileSync(projectNode, ['--input-type=module', '--eval', lines], {
    cwd: root,
    encoding: 'utf8',
    // Over a pipe: arguments are for everyone to read.
    input: JSON.stringify(input),
    env: { ...process.env, ...machine.keyring.env },
  });
}

/** What the machine's keychain holds for Motorpool. */
export function keychainEntries(machine: Machine): KeychainEntry[] {
  const output = askKeychain(
    machine,
    "process.stdout.write(JSON.stringify(await keytar.findCredentials('Motorpool')));",
  );
  return JSON.parse(output) as KeychainEntry[];
}

/** Puts something else into the machine's keychain under an account of Motorpool's. */
export function writeKeychainEntry(machine: Machine, entry: KeychainEntry): void {
  askKeychain(
    machine,
    "await keytar.setPassword('Motorpool', input.account, input.password);",
    entry,
  );
}

/** Nothing of an attempt is left: no token in the keychain, no vehicle in the table. */
export async function expectNothingKept(machine: Machine, page: Page): Promise<void> {
  expect(keychainEntries(machine)).toEqual([]);
  expect((await readApp(page)).fleet.vehicles).toEqual([]);
}
