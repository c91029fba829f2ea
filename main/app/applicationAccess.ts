import type { Application, Mode } from '../../contract/application.ts';
import { createLocalExchange } from '../exchange/local.ts';
import type { TokenExchange } from '../exchange/tokenExchange.ts';
import { clientSecretAccount } from '../keychain/storedTokens.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Secret } from '../secret.ts';
import { type Origins, SMARTCAR_ORIGINS } from '../smartcar/origins.ts';
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
  readonly redirectUri: string;
  readonly mode: Mode;
  readonly exchange: TokenExchange;
  readonly platform: VehiclePlatform;
}

export interface ApplicationAccessOptions {
  readonly vault: Vault;
  readonly sandbox: SandboxProcess;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly userAgent: string;
}

interface Registration
  extends Pick<ApplicationAccess, 'origins' | 'clientId' | 'redirectUri' | 'mode'> {
  readonly clientSecret: () => Promise<Secret | null>;
}

/**
 * Answers what an application needs. This is the one place that knows the sandbox from Smartcar:
 * what comes out differs in nothing but origins and ids. Rejects where the sandbox does not start.
 */
export function createApplicationAccess(
  options: ApplicationAccessOptions,
): (application: Application) => Promise<ApplicationAccess> {
  const { vault, sandbox, fetch, now, userAgent } = options;

  async function register(application: Application): Promise<Registration> {
    if (application.kind === 'simulated') {
      const { origins, clientId, clientSecret, redirectUris } = await sandbox.ready();
      return {
        origins,
        clientId,
        redirectUri: redirectUris[0] ?? '',
        mode: 'simulated',
        clientSecret: async () => clientSecret,
      };
    }
    const { clientId, redirectUri, mode } = application;
    return {
      origins: SMARTCAR_ORIGINS,
      clientId,
      redirectUri,
      mode,
      clientSecret: async () => {
        const answer = await vault.load(clientSecretAccount(clientId));
        return answer.kind === 'found' ? answer.secret : null;
      },
    };
  }

  return async (application) => {
    const { origins, clientId, redirectUri, mode, clientSecret } = await register(application);
    const exchange = createLocalExchange({
      authOrigin: origins.auth,
      clientId,
      clientSecret,
      fetch,
      now,
      timeoutMs: EXCHANGE_TIMEOUT_MS,
    });
    const client = createClient({ apiOrigin: origins.api, fetch, now, userAgent });
    return {
      origins,
      clientId,
      redirectUri,
      mode,
      exchange,
      platform: createV2Platform(client, now),
    };
  };
}
