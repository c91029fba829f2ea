import { randomUUID } from 'node:crypto';
import type { KeychainStatus } from '../../contract/status.ts';
import { createOsKeychain } from '../keychain/osKeychain.ts';
import {
  createVault,
  type ExpectedEntries,
  type LeftOverEntries,
  type Vault,
} from '../keychain/vault.ts';

/** A keychain may wait for a person who types its password. */
const KEYCHAIN_TIMEOUT_MS = 60_000;

/** Keychains list entries under this name. */
const KEYCHAIN_SERVICE = 'Motorpool';

/** The app's secrets in this system's own keychain, which is opened when the first one is needed. */
export function openVault(
  expected: ExpectedEntries,
  leftOver: LeftOverEntries,
  onStatus: (status: KeychainStatus) => void,
): Vault {
  return createVault({
    keychain: createOsKeychain({
      service: KEYCHAIN_SERVICE,
      platform: process.platform,
      loadKeytar: async () => (await import('keytar')).default,
      timeoutMs: KEYCHAIN_TIMEOUT_MS,
      randomName: randomUUID,
    }),
    expected,
    leftOver,
    onStatus,
  });
}
