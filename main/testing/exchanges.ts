import { onTestFinished } from 'vitest';
import { createToken } from '../../backend/staff/tokenFile.ts';
import { startTestBackend } from '../../backend/testing/backend.ts';
import type { SandboxProcess } from '../../backend/testing/sandbox.ts';
import { makeVehicle } from '../../sandbox/fleet/vehicle.ts';
import { createBackendExchange } from '../exchange/backend.ts';
import { createLocalExchange } from '../exchange/local.ts';
import type { TokenExchange } from '../exchange/tokenExchange.ts';
import { Secret } from '../secret.ts';

/** The sandbox's own, where it is told no other. */
const SEED = 1;

export const NOW = Date.parse('2026-05-12T08:00:00.000Z');

/** What an exchange under test may have other than all is well. */
export interface ExchangeChanges {
  readonly timeoutMs?: number;
  /** Neither client secret nor staff token is to be had. */
  readonly withoutSecret?: boolean;
  /** What Smartcar does not know as the application's. */
  readonly clientSecret?: string;
  /** Stands in the way to Smartcar. */
  readonly smartcarFetch?: typeof fetch;
  /** Stands in the way that the app itself takes. */
  readonly appFetch?: typeof fetch;
}

/** Asks the sandbox itself. */
export async function localExchange(
  sandbox: SandboxProcess,
  changes: ExchangeChanges = {},
): Promise<TokenExchange> {
  const secret = new Secret(changes.clientSecret ?? sandbox.clientSecret);
  return createLocalExchange({
    authOrigin: sandbox.origin,
    apiOrigin: sandbox.origin,
    clientId: sandbox.clientId,
    clientSecret: async () => (changes.withoutSecret ? null : secret),
    mode: 'simulated',
    fetch: changes.appFetch ?? changes.smartcarFetch ?? fetch,
    now: () => NOW,
    timeoutMs: changes.timeoutMs ?? 5000,
  });
}

/** Asks the real backend, which asks the sandbox. */
export async function backendExchange(
  sandbox: SandboxProcess,
  changes: ExchangeChanges = {},
): Promise<TokenExchange> {
  const { token, line } = await createToken('anna');
  const { clientSecret, smartcarFetch, timeoutMs = 5000 } = changes;
  const backend = await startTestBackend(sandbox, [line], {
    // Longer than the app waits; stopping the backend waits for it.
    smartcarTimeoutMs: 3 * timeoutMs,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(smartcarFetch && { fetch: smartcarFetch }),
  });
  return createBackendExchange({
    address: backend.url,
    staffToken: async () => (changes.withoutSecret ? null : new Secret(token)),
    fetch: changes.appFetch ?? fetch,
    now: () => NOW,
    timeoutMs,
  });
}

/** The VIN of a car of the sandbox's fleet. */
export function fleetVin(make: string, ordinal = 0): string {
  return makeVehicle(SEED, { kind: 'fleet', make, ordinal }).vin;
}

/** Switches a fault of the sandbox on for this test. */
export async function duringFault(sandbox: SandboxProcess, fault: object): Promise<void> {
  onTestFinished(async () => void (await sandbox.admin('DELETE', '/faults')));
  await sandbox.admin('POST', '/faults', fault);
}
