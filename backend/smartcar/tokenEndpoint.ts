import * as oauth from 'oauth4webapi';
import { Problem } from '../problems.ts';
import { basicCredentials, type SmartcarOptions } from './client.ts';
import { connectionProblem, unreadable, wrongClient } from './failure.ts';

/** A token pair. Lives are counted in seconds from the answer, because clocks of desktops differ. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly refreshExpiresIn: number;
}

/** Smartcar's token endpoint. Both throw {@link Problem}. */
export interface TokenEndpoint {
  readonly exchange: (code: string, redirectUri: string) => Promise<TokenPair>;
  readonly refresh: (refreshToken: string) => Promise<TokenPair>;
}

/** Smartcar does not send it; its documentation says 60 days. */
const REFRESH_TOKEN_LIFE_S = 60 * 24 * 60 * 60;
/** Used only where an answer carries no `expires_in`; Smartcar documents two hours. */
const ACCESS_TOKEN_LIFE_S = 7_200;

/** RFC 6749, section 5.2. The descriptions are left behind: Smartcar's echo the code or token. */
function oauthProblem({ error }: oauth.ResponseBodyError): Problem {
  switch (error) {
    case 'invalid_grant':
      return new Problem('invalid_grant', 'Smartcar does not accept this code or refresh token.');
    case 'invalid_client':
      return wrongClient();
    case 'unauthorized_client':
      return new Problem('unauthorized_client', 'The application may not use this brand or flow.');
    default:
      return new Problem('smartcar_refused', 'Smartcar refused the request.');
  }
}

function problemOf(error: unknown, signal: AbortSignal): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof oauth.ResponseBodyError) return oauthProblem(error);
  if (error instanceof oauth.WWWAuthenticateChallengeError) return wrongClient();
  // An answer that stopped half-way is a matter of time, not of form.
  if (!signal.aborted && error instanceof oauth.OperationProcessingError) return unreadable();
  return connectionProblem(signal);
}

function toPair(answer: oauth.TokenEndpointResponse): TokenPair {
  if (!answer.refresh_token) throw unreadable();
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresIn: answer.expires_in ?? ACCESS_TOKEN_LIFE_S,
    refreshExpiresIn: REFRESH_TOKEN_LIFE_S,
  };
}

/** Speaks RFC 6749, sections 4.1.3 and 6, with Smartcar, which knows no PKCE. */
export function createTokenEndpoint(options: SmartcarOptions): TokenEndpoint {
  const server: oauth.AuthorizationServer = {
    issuer: options.authOrigin,
    token_endpoint: new URL('/oauth/token', options.authOrigin).href,
  };
  const client: oauth.Client = { client_id: options.clientId };
  const clientAuth: oauth.ClientAuth = (_server, _client, _body, headers) => {
    headers.set('authorization', basicCredentials(options));
  };

  type Settings = oauth.TokenEndpointRequestOptions;
  async function ask(
    request: (settings: Settings) => Promise<oauth.TokenEndpointResponse>,
  ): Promise<TokenPair> {
    const signal = AbortSignal.timeout(options.timeoutMs);
    try {
      const answer = await request({
        [oauth.customFetch]: options.fetch,
        // Plain http passes the configuration for loopback only.
        [oauth.allowInsecureRequests]: options.authOrigin.startsWith('http:'),
        signal,
      });
      return toPair(answer);
    } catch (error) {
      throw problemOf(error, signal);
    }
  }

  return {
    exchange: (code, redirectUri) =>
      ask(async (settings) => {
        // The desktop has compared `state`; the library needs the code in its own type.
        const parameters = oauth.validateAuthResponse(
          server,
          client,
          new URLSearchParams({ code }),
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
        return oauth.processAuthorizationCodeResponse(server, client, response);
      }),

    refresh: (refreshToken) =>
      ask(async (settings) => {
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client,
          clientAuth,
          refreshToken,
          settings,
        );
        return oauth.processRefreshTokenResponse(server, client, response);
      }),
  };
}
