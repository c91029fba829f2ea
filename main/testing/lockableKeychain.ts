import { type Keychain, KeychainError } from '../keychain/keychain.ts';

/** A keychain that can be locked: then, as libsecret does, it reads nothing and refuses to write. */
export function lockableKeychain() {
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
