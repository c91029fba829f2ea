import { packTokens, tokensAccount, unpackTokens } from '../keychain/storedTokens.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Secret } from '../secret.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

/** An access token this close to its end is refreshed first, so that it cannot end on the way. */
const MARGIN_MS = 60_000;

/** Why no access token could be had. `reconnect` is final, the others pass. */
export type TokenTrouble = 'reconnect' | 'tokens_unavailable' | 'offline' | 'refused';

export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly trouble: TokenTrouble;

  constructor(trouble: TokenTrouble) {
    super(`No access token: ${trouble}`);
    this.trouble = trouble;
  }
}

export interface AccessTokens {
  /** A token that is good for at least a minute. Rejects with `TokenError`. */
  get(connectionId: string): Promise<Secret>;
  /** After a 401: another token than `rejected`, refreshed if need be. Rejects with `TokenError`. */
  renew(connectionId: string, rejected: Secret): Promise<Secret>;
  /** Keeps the tokens of a new connection. Answers where. */
  adopt(connectionId: string, tokens: TokenPair): Promise<'keychain' | 'memory'>;
  forget(connectionId: string): Promise<void>;
}

export interface AccessTokensOptions {
  readonly vault: Vault;
  readonly exchange: (connectionId: string) => Promise<TokenExchange>;
  readonly now: () => number;
}

function troubleOf(error: ExchangeError): TokenTrouble {
  switch (error.problem) {
    case 'invalid_grant':
      return 'reconnect';
    case 'unreachable':
    case 'timed_out':
      return 'offline';
    case 'secret_unavailable':
      return 'tokens_unavailable';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'refused':
    case 'unreadable_answer':
      return 'refused';
  }
}

/**
 * Hands out access tokens. Smartcar rotates refresh tokens, and a used one dies a minute later, so
 * there is never more than one refresh at a time per connection and the new pair is stored before
 * anyone may use it.
 */
export function createAccessTokens({ vault, exchange, now }: AccessTokensOptions): AccessTokens {
  const refreshing = new Map<string, Promise<TokenPair>>();

  async function stored(connectionId: string): Promise<TokenPair> {
    const answer = await vault.load(tokensAccount(connectionId));
    if (answer.kind !== 'found') {
      throw new TokenError(answer.kind === 'absent' ? 'reconnect' : 'tokens_unavailable');
    }
    const tokens = unpackTokens(answer.secret);
    if (!tokens) throw new TokenError('reconnect');
    return tokens;
  }

  async function refresh(connectionId: string, stale: Secret): Promise<TokenPair> {
    const old = await stored(connectionId);
    // Somebody else refreshed between the caller's look and now.
    if (old.accessToken.reveal() !== stale.reveal()) return old;
    try {
      const service = await exchange(connectionId);
      const fresh = await service.refresh(old.refreshToken, new AbortController().signal);
      await vault.save(tokensAccount(connectionId), packTokens(fresh));
      return fresh;
    } catch (error) {
      if (error instanceof ExchangeError) throw new TokenError(troubleOf(error));
      throw error;
    }
  }

  /** Joins the refresh that is under way, or starts one for the token that no longer serves. */
  function refreshOnce(connectionId: string, stale: Secret): Promise<TokenPair> {
    const running = refreshing.get(connectionId);
    if (running) return running;
    const started = refresh(connectionId, stale).finally(() => refreshing.delete(connectionId));
    refreshing.set(connectionId, started);
    return started;
  }

  return {
    async get(connectionId) {
      const tokens = await (refreshing.get(connectionId) ?? stored(connectionId));
      if (tokens.expiresAt - now() > MARGIN_MS) return tokens.accessToken;
      return (await refreshOnce(connectionId, tokens.accessToken)).accessToken;
    },

    renew: async (connectionId, rejected) =>
      (await refreshOnce(connectionId, rejected)).accessToken,

    adopt: (connectionId, tokens) => vault.save(tokensAccount(connectionId), packTokens(tokens)),
    forget: (connectionId) => vault.remove(tokensAccount(connectionId)),
  };
}
