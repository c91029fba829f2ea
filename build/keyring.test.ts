import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type KeyringKind, startKeyringSession } from './keyring.ts';
import { projectNode, root } from './setup/paths.mjs';

/** In a process of its own, because libsecret keeps the first connection that it made. */
const USE_KEYTAR = `
  const keytar = require('keytar');
  const said = (promise) => promise.then(String, () => 'refused');
  (async () => {
    const set = await said(keytar.setPassword('service', 'account', 'password'));
    const get = await said(keytar.getPassword('service', 'account'));
    console.log(JSON.stringify({ set, get }));
  })();
`;

function useKeytar(env: Readonly<Record<string, string>>): unknown {
  const { stdout } = spawnSync(projectNode, ['--eval', USE_KEYTAR], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

async function session(kind: KeyringKind) {
  const started = await startKeyringSession(kind);
  onTestFinished(started.stop);
  return started;
}

describe.skipIf(process.platform !== 'linux')('a keyring of our own', () => {
  test.each([
    ['unlocked', { set: 'undefined', get: 'password' }],
    // `null` although it cannot be known: a missing entry is not a sign-out.
    ['locked', { set: 'refused', get: 'null' }],
    ['empty', { set: 'refused', get: 'null' }],
    ['none', { set: 'refused', get: 'refused' }],
  ] as const)('%s', async (kind, expected) => {
    const { env } = await session(kind);
    expect(useKeytar(env)).toEqual(expected);
  });

  test('can be locked and unlocked while it runs, and keeps its entries', async () => {
    const { env, lock, unlock } = await session('unlocked');
    useKeytar(env);
    await lock();
    expect(useKeytar(env)).toEqual({ set: 'refused', get: 'null' });
    await unlock();
    expect(useKeytar(env)).toEqual({ set: 'undefined', get: 'password' });
  });

  test('leaves nothing behind', async () => {
    const { env, stop } = await startKeyringSession('unlocked');
    await stop();
    expect(existsSync(env.XDG_RUNTIME_DIR ?? '')).toBe(false);
  });
});
