import { describe, expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { KeychainError, MAX_ENTRY_BYTES } from './keychain.ts';
import { createOsKeychain, type Keytar } from './osKeychain.ts';
import { packTokens, unpackTokens } from './storedTokens.ts';

function keychainWith(loadKeytar: () => Promise<Keytar>, timeoutMs = 1000) {
  return createOsKeychain({
    service: 'Motorpool test',
    platform: 'linux',
    loadKeytar,
    timeoutMs,
    randomName: () => 'x',
  });
}

const hanging = new Promise<never>(() => undefined);

describe('faults of the system’s store', () => {
  test('a library that is missing', async () => {
    const keychain = keychainWith(() => Promise.reject(new Error('libsecret-1.so.0 not found')));
    expect(await keychain.probe()).toBe(false);
    await expect(keychain.load('a')).rejects.toBeInstanceOf(KeychainError);
  });

  test('a prompt that nobody answers ends after the time limit', async () => {
    const keytar = {
      getPassword: () => hanging,
      setPassword: () => hanging,
      deletePassword: () => hanging,
      findCredentials: () => hanging,
    };
    const keychain = keychainWith(async () => keytar, 20);
    expect(await keychain.probe()).toBe(false);
    await expect(keychain.save('a', 'v')).rejects.toBeInstanceOf(KeychainError);
  });

  test('an entry that Windows could not hold is refused everywhere', async () => {
    const keychain = keychainWith(() => Promise.reject(new Error('not to be reached')));
    await expect(keychain.save('a', 'x'.repeat(MAX_ENTRY_BYTES + 1))).rejects.toThrow(/larger/);
  });

  test('its messages do not reach ours', async () => {
    const keychain = keychainWith(() => Promise.reject(new Error('password was hunter2')));
    const error = await keychain.load('a').catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('hunter2');
  });
});

test('a connection’s entry is small, and comes back as it was', () => {
  const uuid = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
  const tokens = {
    accessToken: new Secret(uuid),
    refreshToken: new Secret(uuid.replaceAll('7', '8')),
    expiresAt: 1_790_000_000_000,
    refreshExpiresAt: 1_795_000_000_000,
  };
  const entry = packTokens(tokens);
  expect(Buffer.byteLength(entry.reveal())).toBeLessThan(MAX_ENTRY_BYTES / 10);
  const back = unpackTokens(entry);
  expect(back?.accessToken.reveal()).toBe(tokens.accessToken.reveal());
  expect(back?.refreshToken.reveal()).toBe(tokens.refreshToken.reveal());
  expect(back).toMatchObject({ expiresAt: tokens.expiresAt });
});

test.each(['', 'not json', '{}', '{"accessToken":1}'])('%j is no entry of ours', (text) => {
  expect(unpackTokens(new Secret(text))).toBeNull();
});
