import type { ExchangeProblem } from '../../contract/connect.ts';
import type { Secret } from '../secret.ts';

/** Tokens of one connection, with their ends of life in milliseconds since the epoch. */
export interface TokenPair {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly expiresAt: number;
  readonly refreshExpiresAt: number;
}

export interface CodeGrant {
  readonly code: Secret;
  /** The one that Connect was opened with; Smartcar compares them. */
  readonly redirectUri: string;
  readonly signal: AbortSignal;
}

/** Turns a code into a token pair, and a refresh token into the next pair. Throws `ExchangeError`. */
export interface TokenExchange {
  exchange(grant: CodeGrant): Promise<TokenPair>;
  refresh(refreshToken: Secret, signal: AbortSignal): Promise<TokenPair>;
}

/**
 * A failed exchange. Its message names only the problem: Smartcar's own error descriptions repeat
 * the code or the refresh token and must not travel.
 */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly problem: ExchangeProblem;

  constructor(problem: ExchangeProblem) {
    super(`Exchange failed: ${problem}`);
    this.problem = problem;
  }
}
