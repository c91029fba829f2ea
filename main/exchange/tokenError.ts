import type { SignInTrouble } from '../../contract/connectionFacts.ts';
import type { AccessEnded } from '../../contract/vehicles.ts';
import type { ExchangeError } from './tokenExchange.ts';

/** Why no access token could be had. `reconnect` is final, the others pass. */
export type TokenTrouble = SignInTrouble;

export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly trouble: TokenTrouble;
  /** How and when the sign-in ended, where that is known. */
  readonly ended: AccessEnded | null;

  constructor(trouble: TokenTrouble, ended: AccessEnded | null = null) {
    super(`No access token: ${trouble}`);
    this.trouble = trouble;
    this.ended = ended;
  }
}

/** What a failed refresh means for those who wanted a token. */
export function troubleOf({ problem }: ExchangeError): TokenTrouble {
  switch (problem) {
    case 'invalid_grant':
      return 'reconnect';
    case 'unreachable':
    case 'timed_out':
    case 'backend_cannot_reach_smartcar':
      return 'offline';
    case 'secret_unavailable':
      return 'tokens_unavailable';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'staff_token_refused':
    case 'rate_limited':
    case 'refused':
    case 'unreadable_answer':
      return 'refused';
  }
}
