import type { KeychainStatus } from '../../contract/status.ts';
import { Secret } from '../secret.ts';
import { type Keychain, KeychainError } from './keychain.ts';

/**
 * Remembers, outside the keychain and without any secret, which entries should exist. Without it a
 * locked keychain would look like a person who never signed in.
 */
export interface ExpectedEntries {
  has(account: string): boolean;
  add(account: string): void;
  delete(account: string): void;
}

export type VaultAnswer =
  | { readonly kind: 'found'; readonly secret: Secret }
  /** Never saved, or removed on purpose. */
  | { readonly kind: 'absent' }
  /** Should exist, but the keychain does not give it: locked, missing or emptied elsewhere. */
  | { readonly kind: 'unavailable' };

/** Keeps secrets in the keychain, and in memory for this run where there is none. Never in a file. */
export interface Vault {
  load(account: string): Promise<VaultAnswer>;
  /** Answers where it was kept. Never rejects for a keychain's sake. */
  save(account: string, secret: Secret): Promise<'keychain' | 'memory'>;
  remove(account: string): Promise<void>;
  /** Probes again, moves what is held in memory into the keychain, and answers the new status. */
  retry(): Promise<KeychainStatus>;
  status(): KeychainStatus;
}

export interface VaultOptions {
  readonly keychain: Keychain;
  readonly expected: ExpectedEntries;
  readonly onStatus: (status: KeychainStatus) => void;
}

/**
 * Every entry that was read or written stays in memory, so that the keychain, which may ask a person
 * each time, is asked once per entry and run.
 */
export function createVault({ keychain, expected, onStatus }: VaultOptions): Vault {
  const known = new Map<string, Secret>();
  const inMemoryOnly = new Set<string>();
  /** Entries whose removal the keychain did not accept yet. */
  const toRemove = new Set<string>();
  let state: KeychainStatus['state'] = 'untouched';
  let entries = 0;

  const status = (): KeychainStatus => ({
    state,
    backend: keychain.backend,
    entries,
    holdsSecretsInMemory: inMemoryOnly.size > 0,
  });

  async function settle(next: KeychainStatus['state']): Promise<void> {
    state = next;
    if (next === 'available') {
      try {
        entries = (await keychain.accounts()).length;
      } catch (error) {
        if (!(error instanceof KeychainError)) throw error;
        state = 'unavailable';
      }
    }
    onStatus(status());
  }

  /** Runs a keychain call; answers `undefined` where the keychain does not play along. */
  async function attempt<T>(call: () => Promise<T>): Promise<{ value: T } | undefined> {
    try {
      return { value: await call() };
    } catch (error) {
      if (error instanceof KeychainError) return undefined;
      throw error;
    }
  }

  async function load(account: string): Promise<VaultAnswer> {
    const cached = known.get(account);
    if (cached) return { kind: 'found', secret: cached };
    if (!expected.has(account)) return { kind: 'absent' };
    const answer = await attempt(() => keychain.load(account));
    // A save may have overtaken this slower read; what was saved is newer.
    const overtaken = known.get(account);
    if (overtaken) return { kind: 'found', secret: overtaken };
    if (!answer?.value) {
      await settle('unavailable');
      return { kind: 'unavailable' };
    }
    const secret = new Secret(answer.value);
    known.set(account, secret);
    if (state !== 'available') await settle('available');
    return { kind: 'found', secret };
  }

  async function save(account: string, secret: Secret): Promise<'keychain' | 'memory'> {
    known.set(account, secret);
    toRemove.delete(account);
    expected.add(account);
    const kept = await attempt(() => keychain.save(account, secret.reveal()));
    if (kept) {
      inMemoryOnly.delete(account);
      await settle('available');
      return 'keychain';
    }
    inMemoryOnly.add(account);
    await settle('unavailable');
    return 'memory';
  }

  async function remove(account: string): Promise<void> {
    known.delete(account);
    expected.delete(account);
    if (inMemoryOnly.delete(account)) {
      onStatus(status());
      return;
    }
    const removed = await attempt(() => keychain.remove(account));
    if (!removed) toRemove.add(account);
    await settle(removed ? 'available' : 'unavailable');
  }

  async function retry(): Promise<KeychainStatus> {
    if (!(await keychain.probe())) {
      await settle('unavailable');
      return status();
    }
    for (const account of toRemove) {
      if (await attempt(() => keychain.remove(account))) toRemove.delete(account);
    }
    for (const account of inMemoryOnly) {
      const secret = known.get(account);
      if (secret) await save(account, secret);
    }
    await settle(inMemoryOnly.size === 0 ? 'available' : 'unavailable');
    return status();
  }

  return { load, save, remove, retry, status };
}
