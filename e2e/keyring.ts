import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Machine } from './app.ts';
import { root } from './app.ts';

export interface KeychainEntry {
  readonly account: string;
  readonly password: string;
}

const script = `import keytar from 'keytar';
process.stdout.write(JSON.stringify(await keytar.findCredentials('Motorpool')));`;

/** What the machine's keychain holds for Motorpool, read by another program than the app. */
export function keychainEntries(machine: Machine): KeychainEntry[] {
  const output = execFileSync(
    join(root, 'node_modules/.bin/node'),
    ['--input-type=module', '--eval', script],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ...machine.keyring.env } },
  );
  return JSON.parse(output) as KeychainEntry[];
}
