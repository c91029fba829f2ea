import type { Mode } from '../../contract/application.ts';
import type { Region } from '../../contract/brands.ts';
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
  /** The one that Connect was opened with. */
  readonly mode: Mode;
  readonly signal: AbortSignal;
}

export interface CompatibilityQuery {
  readonly vin: string;
  /** Permission names without `required:`; at least one. */
  readonly permissions: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Smartcar's "Compatibility by VIN": a likelihood, with capabilities for US vehicles only. */
export interface Compatibility {
  readonly compatible: boolean;
  /** Such as `VEHICLE_NOT_COMPATIBLE` or `MAKE_NOT_COMPATIBLE`. */
  readonly reason: string | null;
  /** One entry per endpoint, so a permission may occur more than once. */
  readonly capabilities: readonly { readonly permission: string; readonly capable: boolean }[];
}

/** A row of Smartcar's "Compatibility Matrix". */
export interface CompatibleModel {
  readonly model: string;
  readonly startYear: number;
  readonly endYear: number;
  readonly permissions: readonly string[];
}

/**
 * Everything that needs the client secret: turns a code into a token pair and a refresh token into
 * the next pair, and asks what can be connected. Throws `ExchangeError`.
 */
export interface TokenExchange {
  exchange(grant: CodeGrant): Promise<TokenPair>;
  refresh(refreshToken: Secret, signal: AbortSignal): Promise<TokenPair>;
  compatibility(query: CompatibilityQuery, signal: AbortSignal): Promise<Compatibility>;
  /** The models of one brand (Smartcar's code) that are served in a region. */
  compatibleModels(
    region: Region,
    make: string,
    signal: AbortSignal,
  ): Promise<readonly CompatibleModel[]>;
}

/**
 * A failed exchange. Its message names only the problem: Smartcar's own error descriptions repeat
 * the code or the refresh token and must not travel.
 */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly problem: ExchangeProblem;
  /** RFC 6749 `error` as it was sent; `null` where there was none that is the name of an error. */
  readonly oauthError: string | null;
  /** `TYPE` or `TYPE:CODE` of Smartcar's API, where that refused; only the compatibility calls ask it. */
  readonly apiError: string | null;

  constructor(
    problem: ExchangeProblem,
    oauthError: string | null = null,
    apiError: string | null = null,
  ) {
    super(`Exchange failed: ${problem}`);
    this.problem = problem;
    this.oauthError = oauthError;
    this.apiError = apiError;
  }
}
