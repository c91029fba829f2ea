import { net } from 'electron';

/**
 * Chromium's network stack as a `fetch`: it honours the system's proxies and certificates, which
 * Node's does not. Nothing is cached (answers would land on disk) and no cookie is kept.
 */
export const httpFetch: typeof fetch = (input, init) => {
  const options = { ...init, cache: 'no-store', credentials: 'omit' } as const;
  return net.fetch(input instanceof URL ? input.href : input, options);
};
