import type { Application, Mode } from '../../contract/application.ts';
import { type BackendApplication, createBackendExchange } from '../exchange/backend.ts';
import { createLocalExchange } from '../exchange/local.ts';
import type { TokenExchange } from '../exchange/tokenExchange.ts';
import { clientSecretAccount, staffTokenAccount } from '../keychain/storedTokens.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Secret } from '../secret.ts';
import { applicationKey } from '../settings/schema.ts';
import type { CallMeter } from '../smartcar/callMeter.ts';
import type { Origins } from '../smartcar/origins.ts';
import type { VehiclePlatform } from '../smartcar/platform.ts';
import { createV2Platform } from '../smartcar/v2/adapter.ts';
import { createClient } from '../smartcar/v2/client.ts';
import type { SandboxProcess } from './sandboxProcess.ts';

/** A token endpoint that takes longer than this has failed; the person sees progress meanwhile. */
const EXCHANGE_TIMEOUT_MS = 20_000;

/** All that is needed to talk to Smartcar for one application. */
export interface ApplicationAccess {
  readonly origins: Origins;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly mode: Mode;
  readonly exchange: TokenExchange;
  readonly platform: VehiclePlatform;
  /** Asks the backend, where there is one, for the application's public configuration. */
  readonly tellConfiguration: ((signal: AbortSignal) => Promise<BackendApplication>) | null;
}

export interface ApplicationAccessOptions {
  readonly vault: Vault;
  readonly sandbox: SandboxProcess;
  /** Where an own application's Smartcar is. */
  readonly origins: Origins;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly userAgent: string;
  /** What all requests of an application, by its key, to Smartcar's API pass. */
  readonly meter: (application: string) => CallMeter;
}

const NO_BACKEND = { tellConfiguration: null } as const;

type Registration = Omit<ApplicationAccess, 'platform'>;

/**
 * Answers what an application needs. This is the one place that knows the sandbox from Smartcar and a
 * backend from the local exchange: what comes out differs in nothing but origins, ids and the
 * implementation behind `exchange`. Rejects where the sandbox does not start.
 */
export function createApplicationAccess(
  options: ApplicationAccessOptions,
): (application: Application) => Promise<ApplicationAccess> {
  const { vault, sandbox, fetch, now, userAgent, meter } = options;
  const common = { fetch, now, timeoutMs: EXCHANGE_TIMEOUT_MS };

  async function fromVault(account: string): Promise<Secret | null> {
    const answer = await vault.load(account);
    return answer.kind === 'found' ? answer.secret : null;
  }

  async function register(application: Application): Promise<Registration> {
    if (application.kind === 'simulated') {
      const { origins, clientId, clientSecret, redirectUris } = await sandbox.ready();
      const exchange = createLocalExchange({
        ...common,
        authOrigin: origins.auth,
        apiOrigin: origins.api,
        clientId,
        clientSecret: async () => clientSecret,
        mode: 'simulated',
      });
      return { ...NO_BACKEND, origins, clientId, redirectUris, mode: 'simulated', exchange };
    }
    const { clientId, redirectUris, mode } = application;
    const { origins } = options;
    if (application.exchange.kind === 'backend') {
      const { address } = application.exchange;
      const staffToken = () => fromVault(staffTokenAccount(address));
      const exchange = createBackendExchange({ ...common, address, staffToken });
      const tellConfiguration = (signal: AbortSignal) => exchange.application(signal);
      return { origins, clientId, redirectUris, mode, exchange, tellConfiguration };
    }
    const exchange = createLocalExchange({
      ...common,
      authOrigin: origins.auth,
      apiOrigin: origins.api,
      clientId,
      clientSecret: () => fromVault(clientSecretAccount(clientId)),
      mode,
    });
    return { ...NO_BACKEND, origins, clientId, redirectUris, mode, exchange };
  }

  return async (application) => {
    const registration = await register(application);
    const client = createClient({
      apiOrigin: registration.origins.api,
      fetch,
      now,
      userAgent,
      meter: meter(applicationKey(application)),
    });
    return { ...registration, platform: createV2Platform(client, now) };
  };
}
