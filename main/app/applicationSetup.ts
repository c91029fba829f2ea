import {
  type Application,
  type ApplicationForm,
  type BackendForm,
  redirectUrisOf,
} from '../../contract/application.ts';
import type { BackendFailure } from '../../contract/responses.ts';
import type { Result } from '../../contract/result.ts';
import type { BackendApplication } from '../exchange/backend.ts';
import { ExchangeError } from '../exchange/tokenExchange.ts';
import { clientSecretAccount, staffTokenAccount } from '../keychain/storedTokens.ts';
import type { ExpectedEntries, Vault } from '../keychain/vault.ts';
import { Secret } from '../secret.ts';

/** Somebody looks at a form meanwhile. */
const BACKEND_LIMIT_MS = 15_000;

export interface ApplicationSetupOptions {
  readonly vault: Pick<Vault, 'save' | 'remove'>;
  readonly expectedEntries: Pick<ExpectedEntries, 'has'>;
  /** Asks a backend for the application's public configuration. Rejects with `ExchangeError`. */
  readonly askBackend: (
    address: string,
    staffToken: Secret,
    signal: AbortSignal,
  ) => Promise<BackendApplication>;
  /** Takes an application into use: as this profile, or as a new one where there is none yet. */
  readonly use: (application: Application, profileId: string | null) => Promise<void>;
  /** Whether another profile needs this keychain entry. */
  readonly isNeeded: (account: string) => boolean;
}

/** Takes an own application into use: its secret into the keychain, everything else into settings. */
export interface ApplicationSetup {
  /** `profileId`: the profile whose details these are; `null`: for a new one. */
  saveApplication(form: ApplicationForm, profileId: string | null): Promise<void>;
  saveBackend(form: BackendForm, profileId: string | null): Promise<Result<null, BackendFailure>>;
}

function backendFailure({ problem }: ExchangeError): BackendFailure {
  switch (problem) {
    case 'unreachable':
    case 'timed_out':
    case 'staff_token_refused':
    case 'rate_limited':
      return problem;
    case 'unreadable_answer':
    case 'refused':
      return 'not_a_backend';
    case 'invalid_grant':
    case 'invalid_client':
    case 'unauthorized_client':
    case 'secret_unavailable':
    case 'backend_cannot_reach_smartcar':
      return 'failed';
  }
}

/** What settings remember of an application whose secret this computer keeps. */
export function localApplication(form: ApplicationForm): Extract<Application, { kind: 'own' }> {
  const { clientId, mode } = form;
  const redirectUris = redirectUrisOf(form.redirectUris);
  return { kind: 'own', clientId, redirectUris, mode, exchange: { kind: 'local' } };
}

/** What settings remember of an application that a backend told about. */
export function backendApplication(address: string, told: BackendApplication): Application {
  const { clientId, redirectUris, mode, presets } = told;
  return {
    kind: 'own',
    clientId,
    redirectUris,
    mode,
    exchange: { kind: 'backend', address, presets },
  };
}

export function createApplicationSetup(options: ApplicationSetupOptions): ApplicationSetup {
  const { vault, expectedEntries, askBackend, use, isNeeded } = options;

  async function removeIfKept(account: string): Promise<void> {
    if (expectedEntries.has(account) && !isNeeded(account)) await vault.remove(account);
  }

  return {
    async saveApplication(form, profileId) {
      await vault.save(clientSecretAccount(form.clientId), new Secret(form.clientSecret));
      await use(localApplication(form), profileId);
    },

    async saveBackend({ address, staffToken }, profileId) {
      const { origin } = new URL(address);
      const token = new Secret(staffToken);
      let told: BackendApplication;
      try {
        told = await askBackend(origin, token, AbortSignal.timeout(BACKEND_LIMIT_MS));
      } catch (error) {
        if (error instanceof ExchangeError) return { ok: false, failure: backendFailure(error) };
        if (error instanceof DOMException) return { ok: false, failure: 'timed_out' };
        throw error;
      }
      await vault.save(staffTokenAccount(origin), token);
      await use(backendApplication(origin, told), profileId);
      // From now on the backend holds the secret, and no desktop has to.
      await removeIfKept(clientSecretAccount(told.clientId));
      return { ok: true, value: null };
    },
  };
}
