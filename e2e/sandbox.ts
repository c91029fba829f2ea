import type { Page } from '@playwright/test';

/** The sandbox's control desk, for faults and the clock. */
export interface SandboxAdmin {
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  advanceClock(ms: number): Promise<void>;
  expireAccessTokens(): Promise<void>;
  /** Method and path of what was asked since the last call to `forgetRequests`. */
  requests(): Promise<string[]>;
  forgetRequests(): Promise<void>;
}

/** The control desk of the sandbox that serves this Connect page. */
export function adminOf(connectPage: Page): SandboxAdmin {
  const admin = `${new URL(connectPage.url()).origin}/__admin`;

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${admin}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }

  return {
    fault: async (fault) => void (await call('POST', '/faults', fault)),
    clearFaults: async () => void (await call('DELETE', '/faults')),
    advanceClock: async (ms) => void (await call('POST', '/clock/advance', { ms })),
    expireAccessTokens: async () => void (await call('POST', '/expire-access-tokens', {})),
    requests: async () => {
      const { requests } = (await call('GET', '/requests')) as {
        requests: { method: string; path: string }[];
      };
      return requests.map(({ method, path }) => `${method} ${path}`);
    },
    forgetRequests: async () => void (await call('DELETE', '/requests')),
  };
}
