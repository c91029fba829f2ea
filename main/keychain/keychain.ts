/**
 * A store of small secrets. `load` answers `null` both for an entry that does not exist and for a
 * locked store (libsecret cannot tell), so `null` alone never means that someone signed out.
 */
export interface Keychain {
  /** The store's own name, for the screen. */
  readonly backend: string;
  /** Writes, reads and deletes a dummy entry: the only honest sign that entries can be kept. */
  probe(): Promise<boolean>;
  load(account: string): Promise<string | null>;
  /** Rejects with `KeychainError` where the entry was not kept. */
  save(account: string, value: string): Promise<void>;
  remove(account: string): Promise<void>;
  /** The accounts it holds for Motorpool. */
  accounts(): Promise<string[]>;
}

export class KeychainError extends Error {
  override readonly name = 'KeychainError';
}

/** What one Windows credential holds; larger ones fail there with an unhelpful message. */
export const MAX_ENTRY_BYTES = 2560;
