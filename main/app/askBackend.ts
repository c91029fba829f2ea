import type { ApplicationSetupOptions } from './applicationSetup.ts';

/** Somebody looks at a form while the backend is asked for the first time. */
const TIMEOUT_MS = 10_000;

/** Asks a backend that is not in use yet, with a staff token that is not kept yet. */
export function createAskBackend(surroundings: {
  readonly fetch: typeof fetch;
  readonly now: () => number;
}): ApplicationSetupOptions['askBackend'] {
  return async (address, staffToken, signal) => {
    const { createBackendExchange } = await import('../exchange/backend.ts');
    const backend = createBackendExchange({
      ...surroundings,
      address,
      staffToken: async () => staffToken,
      timeoutMs: TIMEOUT_MS,
    });
    return backend.application(signal);
  };
}
