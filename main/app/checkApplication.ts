import { randomUUID } from 'node:crypto';
import type { ApplicationForm } from '../../contract/application.ts';
import type { ApplicationCheck, CredentialsVerdict } from '../../contract/applicationCheck.ts';
import type { EligibilityProblem } from '../../contract/eligibility.ts';
import { createDateWatch } from '../diagnostics/dateWatch.ts';
import { eligibilityProblem } from '../eligibility/problem.ts';
import { ExchangeError, type TokenExchange } from '../exchange/tokenExchange.ts';
import { Secret } from '../secret.ts';
import { applicationKey } from '../settings/applicationSchema.ts';
import type { CallMeter } from '../smartcar/callMeter.ts';
import type { Origins } from '../smartcar/origins.ts';
import { localApplication } from './applicationSetup.ts';

/** Somebody looks at a form meanwhile. */
const TIMEOUT_MS = 10_000;

/** Any list of models does: what counts is whether Smartcar gives it out. */
const ASKED_FOR = { region: 'US', make: 'TESLA' } as const;

export interface CheckApplicationOptions {
  /** Where an own application's Smartcar is. */
  readonly origins: Origins;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What the requests of an application, by its key, pass. */
  readonly meter: (application: string) => Pick<CallMeter, 'admit'>;
  /** A request of the budget was spent. */
  readonly onSpent: () => void;
}

/** Asks Smartcar about an application that is not in use yet. Keeps nothing and changes nothing. */
export type CheckApplication = (form: ApplicationForm) => Promise<ApplicationCheck>;

/** The secret comes with the form, so it cannot be missing. Throws what is not about Smartcar. */
function verdictOf(error: unknown): CredentialsVerdict {
  const problem: EligibilityProblem = eligibilityProblem(error);
  return problem === 'secret_unavailable' ? 'failed' : problem;
}

/**
 * What the token endpoint says to the same credentials. Smartcar documents no error for a plan without
 * the compatibility API, so that API's 401 alone must not lock anybody out. Here a made-up code is
 * refused as a code only to those who have named themselves (RFC 6749, section 5.2).
 */
async function askForTokens(
  exchange: TokenExchange,
  { redirectUris, mode }: ReturnType<typeof localApplication>,
  signal: AbortSignal,
): Promise<CredentialsVerdict> {
  const [redirectUri = ''] = redirectUris;
  try {
    await exchange.exchange({ code: new Secret(randomUUID()), redirectUri, mode, signal });
    return 'not_in_plan';
  } catch (error) {
    const isAboutTheCode = error instanceof ExchangeError && error.problem === 'invalid_grant';
    return isAboutTheCode ? 'not_in_plan' : verdictOf(error);
  }
}

export function createCheckApplication(options: CheckApplicationOptions): CheckApplication {
  const { origins, now, meter, onSpent } = options;

  return async (form) => {
    const [{ createLocalExchange }, { meteredChecks }] = await Promise.all([
      import('../exchange/local.ts'),
      import('../eligibility/metered.ts'),
    ]);
    const application = localApplication(form);
    const secret = new Secret(form.clientSecret);
    const dates = createDateWatch({ fetch: options.fetch, now, isSmartcar: () => true });
    const exchange = createLocalExchange({
      authOrigin: origins.auth,
      apiOrigin: origins.api,
      clientId: application.clientId,
      clientSecret: async () => secret,
      mode: application.mode,
      fetch: dates.fetch,
      now,
      timeoutMs: TIMEOUT_MS,
    });
    const { signal } = new AbortController();

    async function ask(): Promise<CredentialsVerdict> {
      const metered = meteredChecks(exchange, meter(applicationKey(application)), onSpent);
      try {
        await metered.compatibleModels(ASKED_FOR.region, ASKED_FOR.make, signal);
        return 'accepted';
      } catch (error) {
        const verdict = verdictOf(error);
        return verdict === 'credentials_refused'
          ? askForTokens(exchange, application, signal)
          : verdict;
      }
    }

    return { credentials: await ask(), clockOffsetMs: dates.offsetMs() };
  };
}
