import { describe, expect, test, vi } from 'vitest';
import type { KeychainStatus } from '../../contract/status.ts';
import { Secret } from '../secret.ts';
import { lockableKeychain } from '../testing/lockableKeychain.ts';
import { settingsInMemory } from '../testing/settings.ts';
import { createVault } from './vault.ts';

function setUp() {
  const { keychain, entries, state } = lockableKeychain();
  const expected = new Set<string>();
  const onStatus = vi.fn<(status: KeychainStatus) => void>();
  const leftOver = settingsInMemory().leftOverEntries;
  const open = () => createVault({ keychain, expected, leftOver, onStatus });
  return { open, vault: open(), keychain, entries, state, expected, leftOver, onStatus };
}

describe('a keychain that works', () => {
  test('is not touched before it is needed', () => {
    expect(setUp().vault.status()).toMatchObject({ state: 'untouched', entries: 0 });
  });

  test('keeps secrets for the next run', async () => {
    const { vault, open, entries } = setUp();
    expect(await vault.save('a', new Secret('one'))).toBe('keychain');
    expect(entries.get('a')).toBe('one');
    const answer = await open().load('a');
    expect(answer.kind === 'found' && answer.secret.reveal()).toBe('one');
    expect(vault.status()).toEqual({
      state: 'available',
      backend: 'Test keychain',
      entries: 1,
      holdsSecretsInMemory: false,
    });
  });

  test('is asked once per entry and run', async () => {
    const { vault, open, keychain } = setUp();
    await vault.save('a', new Secret('one'));
    const load = vi.spyOn(keychain, 'load');
    const next = open();
    await next.load('a');
    await next.load('a');
    expect(load).toHaveBeenCalledOnce();
  });

  test('forgets what is removed', async () => {
    const { vault, entries, expected } = setUp();
    await vault.save('a', new Secret('one'));
    await vault.remove('a');
    expect(entries.size).toBe(0);
    expect(expected.size).toBe(0);
    expect(await vault.load('a')).toEqual({ kind: 'absent' });
  });
});

describe('a keychain that is locked', () => {
  test('is not mistaken for a sign-out', async () => {
    const { vault, open, state, expected } = setUp();
    await vault.save('a', new Secret('one'));
    state.locked = true;
    const next = open();
    expect(await next.load('a')).toEqual({ kind: 'unavailable' });
    expect(expected.has('a')).toBe(true);
    expect(next.status()).toMatchObject({ state: 'unavailable' });
    state.locked = false;
    expect((await next.load('a')).kind).toBe('found');
    expect(next.status()).toMatchObject({ state: 'available' });
  });

  test('leaves new secrets in memory for this run, and says so', async () => {
    const { vault, open, state, entries } = setUp();
    state.locked = true;
    expect(await vault.save('a', new Secret('one'))).toBe('memory');
    expect((await vault.load('a')).kind).toBe('found');
    expect(vault.status()).toMatchObject({ state: 'unavailable', holdsSecretsInMemory: true });
    expect(entries.size).toBe(0);
    expect(await open().load('a')).toEqual({ kind: 'unavailable' });
  });

  test('takes them over once it is unlocked', async () => {
    const { vault, state, entries } = setUp();
    state.locked = true;
    await vault.save('a', new Secret('one'));
    expect(await vault.retry()).toMatchObject({ state: 'unavailable', holdsSecretsInMemory: true });
    state.locked = false;
    expect(await vault.retry()).toMatchObject({ state: 'available', holdsSecretsInMemory: false });
    expect(entries.get('a')).toBe('one');
  });

  test('loses a removed entry after a restart, too, and only that one', async () => {
    const { vault, open, state, entries, leftOver } = setUp();
    await vault.save('a', new Secret('one'));
    await vault.save('b', new Secret('two'));
    state.locked = true;
    await vault.remove('a');
    expect(leftOver.all()).toEqual(['a']);
    const next = open();
    state.locked = false;
    await next.load('b');
    expect([...entries.keys()]).toEqual(['b']);
    expect(leftOver.all()).toEqual([]);
    expect(next.status()).toMatchObject({ state: 'available', entries: 1 });
  });

  test('keeps nothing of an earlier secret whose newer one was in memory only', async () => {
    const { vault, state, entries } = setUp();
    await vault.save('a', new Secret('one'));
    state.locked = true;
    await vault.save('a', new Secret('two'));
    await vault.remove('a');
    state.locked = false;
    await vault.retry();
    expect(entries.size).toBe(0);
  });

  test('an entry that is saved anew is not removed any more', async () => {
    const { vault, state, entries } = setUp();
    await vault.save('a', new Secret('one'));
    state.locked = true;
    await vault.remove('a');
    await vault.save('a', new Secret('two'));
    state.locked = false;
    await vault.retry();
    expect(entries.get('a')).toBe('two');
  });

  test('loses a removed entry as soon as it is unlocked', async () => {
    const { vault, state, entries } = setUp();
    await vault.save('a', new Secret('one'));
    state.locked = true;
    await vault.remove('a');
    expect(entries.has('a')).toBe(true);
    state.locked = false;
    await vault.retry();
    expect(entries.has('a')).toBe(false);
  });
});
