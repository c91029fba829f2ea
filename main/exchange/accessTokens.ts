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
  /** Starts no refresh any more, and resolves when those under way have stored their pairs. */
  close(): Promise<void>;
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
 * An answer that was lost may have been the new pair, and the old refresh token then dies within a
 * minute: so a refresh that got no readable answer is tried again at once.
 */
async function refreshTwice(service: TokenExchange, refreshToken: Secret): Promise<TokenPair> {
  const { signal } = new AbortController();
  try {
    return await service.refresh(refreshToken, signal);
  } catch (error) {
    const wasLost =
      error instanceof ExchangeError &&
      ['unreachable', 'timed_out', 'unreadable_answer'].includes(error.problem);
    if (!wasLost) throw error;
    return service.refresh(refreshToken, signal);
  }
}

/**
 * Hands out access tokens. Smartcar rotates refresh tokens, and a used one dies a minute later, so
 * there is never more than one refresh at a time per connection and the new pair is stored before
 * anyone may use it.
 */
export function createAccessTokens({ vault, exchange, now }: AccessTokensOptions): AccessTokens {
  const refreshing = new Map<string, Promise<TokenPair>>();
  let closed = false;

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
      const fresh = await refreshTwice(await exchange(connectionId), old.refreshToken);
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
    if (closed) return Promise.reject(new TokenError('offline'));
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
    async forget(connectionId) {
      // A refresh under way would store its pair afterwards, and nobody would ever remove it.
      await refreshing.get(connectionId)?.catch(() => undefined);
      await vault.remove(tokensAccount(connectionId));
    },

    async close() {
      closed = true;
      await Promise.allSettled(refreshing.values());
    },
  };
}
