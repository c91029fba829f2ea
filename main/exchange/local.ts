import * as oauth from 'oauth4webapi';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { Secret } from '../secret.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

/** Smartcar does not send it; its documentation says 60 days. */
const REFRESH_TOKEN_LIFE_MS = 60 * 24 * 60 * 60_000;

/** Used only where an answer carries no `expires_in`; Smartcar documents two hours. */
const ACCESS_TOKEN_LIFE_S = 7200;

export interface LocalExchangeOptions {
  /** Origin of the token endpoint. Plain `http:` is accepted for loopback only. */
  readonly authOrigin: string;
  readonly clientId: string;
  /** Asked for at each call, so that the secret is nowhere kept longer than needed. */
  readonly clientSecret: () => Promise<Secret | null>;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timeoutMs: number;
}

function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

const OAUTH_PROBLEMS: ReadonlySet<string> = new Set<ExchangeProblem>([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
]);

/**
 * HTTP Basic as Smartcar's SDKs send it. The library's own `ClientSecretBasic` writes a UUID's hyphens
 * as `%2D`: legal (RFC 6749, section 2.3.1), but only right for servers that decode it.
 */
function clientSecretBasic(secret: Secret): oauth.ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    const credentials = Buffer.from(`${client_id}:${secret.reveal()}`).toString('base64');
    headers.set('authorization', `Basic ${credentials}`);
  };
}

/** Sorts what `oauth4webapi` and `fetch` throw; none of their texts is kept. */
function problemOf(error: unknown, timedOut: boolean): ExchangeProblem {
  if (timedOut) return 'timed_out';
  if (error instanceof oauth.ResponseBodyError) {
    return OAUTH_PROBLEMS.has(error.error) ? (error.error as ExchangeProblem) : 'refused';
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) return 'invalid_client';
  if (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.UnsupportedOperationError
  ) {
    return 'unreadable_answer';
  }
  return 'unreachable';
}

/**
 * Exchanges with the client secret on this machine: HTTP Basic at Smartcar's token endpoint
 * (RFC 6749, sections 2.3.1, 4.1.3 and 6). Smartcar knows no PKCE, hence `nopkce`.
 */
export function createLocalExchange(options: LocalExchangeOptions): TokenExchange {
  const server: oauth.AuthorizationServer = {
    issuer: options.authOrigin,
    token_endpoint: new URL('/oauth/token', options.authOrigin).href,
  };
  const client: oauth.Client = { client_id: options.clientId };

  function toTokenPair(response: oauth.TokenEndpointResponse): TokenPair {
    if (!response.refresh_token) throw new ExchangeError('unreadable_answer');
    const now = options.now();
    return {
      accessToken: new Secret(response.access_token),
      refreshToken: new Secret(response.refresh_token),
      expiresAt: now + (response.expires_in ?? ACCESS_TOKEN_LIFE_S) * 1000,
      refreshExpiresAt: now + REFRESH_TOKEN_LIFE_MS,
    };
  }

  type Settings = oauth.TokenEndpointRequestOptions;
  async function call(
    signal: AbortSignal,
    request: (clientAuth: oauth.ClientAuth, settings: Settings) => Promise<TokenPair>,
  ): Promise<TokenPair> {
    const secret = await options.clientSecret();
    if (!secret) throw new ExchangeError('secret_unavailable');
    const timeout = AbortSignal.timeout(options.timeoutMs);
    try {
      return await request(clientSecretBasic(secret), {
        [oauth.customFetch]: options.fetch,
        [oauth.allowInsecureRequests]: isLoopback(options.authOrigin),
        signal: AbortSignal.any([signal, timeout]),
      });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ExchangeError) throw error;
      throw new ExchangeError(problemOf(error, timeout.aborted));
    }
  }

  return {
    exchange: ({ code, redirectUri, signal }) =>
      call(signal, async (clientAuth, settings) => {
        // The attempt has compared `state` already; the library only needs the code in its own type.
        const parameters = oauth.validateAuthResponse(
          server,
          client,
          new URLSearchParams({ code: code.reveal() }),
          oauth.skipStateCheck,
        );
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          clientAuth,
          parameters,
          redirectUri,
          oauth.nopkce,
          settings,
        );
        return toTokenPair(await oauth.processAuthorizationCodeResponse(server, client, response));
      }),

    refresh: (refreshToken, signal) =>
      call(signal, async (clientAuth, settings) => {
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client,
          clientAuth,
          refreshToken.reveal(),
          settings,
        );
        return toTokenPair(await oauth.processRefreshTokenResponse(server, client, response));
      }),
  };
}
