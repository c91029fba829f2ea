import { type Keychain, KeychainError, MAX_ENTRY_BYTES } from './keychain.ts';

/** The part of keytar in use; tests of faults pass their own. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
  findCredentials(service: string): Promise<{ account: string }[]>;
}

const BACKENDS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager',
  linux: 'Secret Service',
};

export interface OsKeychainOptions {
  /** Name under which the system lists the entries. */
  readonly service: string;
  readonly platform: NodeJS.Platform;
  /** Loads keytar's binary. Called at the first use: on Linux it fails without libsecret. */
  readonly loadKeytar: () => Promise<Keytar>;
  /** The system may wait for a person's password; after this long the store counts as unavailable. */
  readonly timeoutMs: number;
  readonly randomName: () => string;
}

/** Puts a time limit on calls that may hang on a prompt nobody sees. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new KeychainError('No answer in time')), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The operating system's keychain through keytar. */
export function createOsKeychain(options: OsKeychainOptions): Keychain {
  let loading: Promise<Keytar> | null = null;

  async function call<T>(use: (keytar: Keytar) => Promise<T>): Promise<T> {
    try {
      loading ??= options.loadKeytar().catch((error: unknown) => {
        // The library may be installed before the next try.
        loading = null;
        throw error;
      });
      return await within(options.timeoutMs, loading.then(use));
    } catch (error) {
      // keytar's texts name the account at most, but a message is not worth the risk.
      if (error instanceof KeychainError) throw error;
      throw new KeychainError('The keychain refused', { cause: error });
    }
  }

  const { service } = options;
  return {
    backend: BACKENDS[options.platform] ?? 'keychain',

    async probe() {
      const account = `probe:${options.randomName()}`;
      try {
        return await call(async (keytar) => {
          await keytar.setPassword(service, account, 'probe');
          const kept = (await keytar.getPassword(service, account)) === 'probe';
          await keytar.deletePassword(service, account);
          return kept;
        });
      } catch (error) {
        if (error instanceof KeychainError) return false;
        throw error;
      }
    },

    load: (account) => call((keytar) => keytar.getPassword(service, account)),

    async save(account, value) {
      if (Buffer.byteLength(value) > MAX_ENTRY_BYTES) {
        throw new KeychainError(`Entry ${account} is larger than ${MAX_ENTRY_BYTES} bytes`);
      }
      await call((keytar) => keytar.setPassword(service, account, value));
    },

    remove: (account) =>
      call(async (keytar) => {
        // libsecret leaves locked entries alone and answers no more than that nothing was deleted.
        if (!(await keytar.deletePassword(service, account))) {
          throw new KeychainError('Nothing was deleted');
        }
      }),

    accounts: async () =>
      (await call((keytar) => keytar.findCredentials(service))).map(({ account }) => account),
  };
}
