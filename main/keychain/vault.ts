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

/**
 * Remembers, outside the keychain and without any secret, which entries the keychain did not let go of,
 * so that they are removed once it does. Otherwise a token could stay there whose name nobody knows.
 */
export interface LeftOverEntries {
  all(): readonly string[];
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
  /** Where the keychain is locked or missing, the entry is removed once it is there again. */
  remove(account: string): Promise<void>;
  /** Probes again, moves what is held in memory into the keychain, and answers the new status. */
  retry(): Promise<KeychainStatus>;
  status(): KeychainStatus;
}

export interface VaultOptions {
  readonly keychain: Keychain;
  readonly expected: ExpectedEntries;
  readonly leftOver: LeftOverEntries;
  readonly onStatus: (status: KeychainStatus) => void;
}

/**
 * Every entry that was read or written stays in memory, so that the keychain, which may ask a person
 * each time, is asked once per entry and run.
 */
export function createVault(options: VaultOptions): Vault {
  const { keychain, expected, leftOver, onStatus } = options;
  const known = new Map<string, Secret>();
  const inMemoryOnly = new Set<string>();
  let state: KeychainStatus['state'] = 'untouched';
  let entries = 0;

  const status = (): KeychainStatus => ({
    state,
    backend: keychain.backend,
    entries,
    holdsSecretsInMemory: inMemoryOnly.size > 0,
  });

  /** Of the entries that are there, those that are to stay. */
  async function removeLeftOver(accounts: readonly string[]): Promise<readonly string[]> {
    const removed = new Set<string>();
    for (const account of leftOver.all()) {
      if (accounts.includes(account)) {
        await keychain.remove(account);
        removed.add(account);
      }
      leftOver.delete(account);
    }
    return accounts.filter((account) => !removed.has(account));
  }

  async function settle(next: KeychainStatus['state']): Promise<void> {
    state = next;
    if (next === 'available') {
      try {
        entries = (await removeLeftOver(await keychain.accounts())).length;
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
    leftOver.delete(account);
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
      // An earlier one may be in the keychain.
      leftOver.add(account);
      onStatus(status());
      return;
    }
    const removed = await attempt(() => keychain.remove(account));
    if (!removed) leftOver.add(account);
    await settle(removed ? 'available' : 'unavailable');
  }

  async function retry(): Promise<KeychainStatus> {
    if (!(await keychain.probe())) {
      await settle('unavailable');
      return status();
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
