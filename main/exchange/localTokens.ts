import * as oauth from 'oauth4webapi';
import { Secret } from '../secret.ts';
import { basicCredentials, isLoopback, type LocalExchangeOptions } from './localCredentials.ts';
import { oauthFailure } from './oauthFailure.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

/** Smartcar does not send it; its documentation says 60 days. */
const REFRESH_TOKEN_LIFE_MS = 60 * 24 * 60 * 60_000;

/** Used only where an answer carries no `expires_in`; Smartcar documents two hours. */
const ACCESS_TOKEN_LIFE_S = 7200;

/**
 * Smartcar's token endpoint with the client secret on this machine: HTTP Basic (RFC 6749, sections
 * 2.3.1, 4.1.3 and 6). Smartcar knows no PKCE, hence `nopkce`.
 */
export function createLocalTokens(
  options: LocalExchangeOptions,
): Pick<TokenExchange, 'exchange' | 'refresh'> {
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
    const authorization = await basicCredentials(options, options.authOrigin);
    const clientAuth: oauth.ClientAuth = (_server, _client, _body, headers) => {
      headers.set('authorization', authorization);
    };
    const timeout = AbortSignal.timeout(options.timeoutMs);
    try {
      return await request(clientAuth, {
        [oauth.customFetch]: options.fetch,
        [oauth.allowInsecureRequests]: isLoopback(options.authOrigin),
        signal: AbortSignal.any([signal, timeout]),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw await oauthFailure(error, timeout);
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
