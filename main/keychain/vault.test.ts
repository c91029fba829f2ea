import { describe, expect, test, vi } from 'vitest';
import type { KeychainStatus } from '../../contract/status.ts';
import { Secret } from '../secret.ts';
import { type Keychain, KeychainError } from './keychain.ts';
import { createVault } from './vault.ts';

/** A keychain that can be locked: then, as libsecret does, it reads nothing and refuses to write. */
function lockableKeychain() {
  const entries = new Map<string, string>();
  const state = { locked: false };
  const guard = () => {
    if (state.locked) throw new KeychainError('locked');
  };
  const keychain: Keychain = {
    backend: 'Test keychain',
    probe: async () => !state.locked,
    load: async (account) => (state.locked ? null : (entries.get(account) ?? null)),
    save: async (account, value) => {
      guard();
      entries.set(account, value);
    },
    remove: async (account) => {
      guard();
      entries.delete(account);
    },
    accounts: async () => {
      guard();
      return [...entries.keys()];
    },
  };
  return { keychain, entries, state };
}

function setUp() {
  const { keychain, entries, state } = lockableKeychain();
  const expected = new Set<string>();
  const onStatus = vi.fn<(status: KeychainStatus) => void>();
  const open = () => createVault({ keychain, expected, onStatus });
  return { open, vault: open(), keychain, entries, state, expected, onStatus };
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
