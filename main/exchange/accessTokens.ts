import { packTokens, tokensAccount, unpackTokens } from '../keychain/storedTokens.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Secret } from '../secret.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { createRefreshCalls } from './refreshCalls.ts';
import { TokenError, type TokenTrouble, troubleOf } from './tokenError.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

/** An access token this close to its end is not handed out: it could end on the way. */
const MARGIN_MS = 60_000;

/**
 * How long before that a refresh may begin. Each connection has its own moment, so that those which
 * were made or refreshed together do not all ask in the same second.
 */
const AHEAD_MS = 15 * 60_000;

/** A refresh token that ends within this time is used, so that it does not end. */
const KEEP_ALIVE_MS = 7 * 24 * 60 * 60_000;

/** A connection of many vehicles must not ask for each of them what has just been refused. */
const FAILURE_LIFE_MS = 60_000;

/** How old a connection's pair is; in milliseconds since the epoch. */
export interface TokenAge {
  readonly renewedAt: number;
  readonly expiresAt: number;
  readonly refreshExpiresAt: number;
}

/** Why a pair could last not be used or renewed; `at` is in milliseconds since the epoch. */
export interface TokenFailure {
  readonly at: number;
  readonly trouble: TokenTrouble;
}

/** Smartcar's refresh tokens live for 60 days (Smartcar documentation, "Refresh tokens"). */
const REFRESH_LIFE_MS = 60 * 86_400_000;

export interface AccessTokens {
  /** A token that is good for at least a minute. Rejects with `TokenError`. */
  get(connectionId: string): Promise<Secret>;
  /** After a 401: another token than `rejected`, refreshed if need be. Rejects with `TokenError`. */
  renew(connectionId: string, rejected: Secret): Promise<Secret>;
  /** Keeps the tokens of a new connection. Answers where. */
  adopt(connectionId: string, tokens: TokenPair): Promise<'keychain' | 'memory'>;
  forget(connectionId: string): Promise<void>;
  /**
   * Uses the refresh tokens that would soon end for want of use, one after the other, until there is
   * no way to Smartcar or the keychain. Never rejects for their sake.
   */
  keepAlive(connectionIds: readonly string[]): Promise<void>;
  /** Of those pairs that were looked at in this run; asks neither keychain nor network. */
  ages(connectionIds: readonly string[]): readonly TokenAge[];
  /** The last failure of this run, whether or not it has passed; `null` where there was none. */
  lastFailure(connectionId: string): TokenFailure | null;
  /** The computer woke up: requests that hung through its sleep are given up and asked again. */
  wake(): void;
  /** Starts no refresh any more, and resolves when those under way have stored their pairs. */
  close(): Promise<void>;
}

export interface AccessTokensOptions {
  readonly vault: Vault;
  /** Rejects with `SmartcarError` where there is none for now. */
  readonly exchange: (connectionId: string) => Promise<TokenExchange>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * Hands out access tokens. Smartcar rotates refresh tokens, and a used one dies a minute later, so
 * there is never more than one refresh at a time per connection and the new pair is stored, in place
 * of the old one, before anyone may use it.
 */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { vault, exchange, now, random } = options;
  const calls = createRefreshCalls();
  const refreshing = new Map<string, Promise<TokenPair>>();
  const failures = new Map<string, { readonly error: TokenError; readonly at: number }>();
  const aheadTimes = new Map<string, number>();
  const ages = new Map<string, TokenAge>();
  const lastFailures = new Map<string, TokenFailure>();
  let closed = false;

  function noteAge(
    connectionId: string,
    { expiresAt, refreshExpiresAt }: Omit<TokenAge, 'renewedAt'>,
  ) {
    const renewedAt = refreshExpiresAt - REFRESH_LIFE_MS;
    ages.set(connectionId, { renewedAt, expiresAt, refreshExpiresAt });
  }

  function noteFailure(connectionId: string, error: TokenError): TokenError {
    lastFailures.set(connectionId, { at: now(), trouble: error.trouble });
    return error;
  }

  async function stored(connectionId: string): Promise<TokenPair> {
    const answer = await vault.load(tokensAccount(connectionId));
    if (answer.kind !== 'found') {
      const trouble = answer.kind === 'absent' ? 'reconnect' : 'tokens_unavailable';
      throw noteFailure(connectionId, new TokenError(trouble));
    }
    const tokens = unpackTokens(answer.secret);
    if (!tokens) throw noteFailure(connectionId, new TokenError('reconnect'));
    noteAge(connectionId, tokens);
    return tokens;
  }

  /** The failure of the last refresh, as long as it is news. */
  function recentFailure(connectionId: string): TokenError | null {
    const failure = failures.get(connectionId);
    // The clock may have been set in either direction.
    return failure && Math.abs(now() - failure.at) < FAILURE_LIFE_MS ? failure.error : null;
  }

  function tokenError(error: unknown): TokenError {
    if (error instanceof TokenError) return error;
    if (error instanceof SmartcarError) return new TokenError('offline');
    if (!(error instanceof ExchangeError)) throw error;
    const trouble = troubleOf(error);
    if (trouble !== 'reconnect') return new TokenError(trouble);
    return new TokenError(trouble, { reason: 'revoked', since: isoTime(now()) });
  }

  /** The pair that takes the place of the one with the access token `stale`. */
  async function refresh(connectionId: string, stale: Secret): Promise<TokenPair> {
    const old = await stored(connectionId);
    // Somebody else refreshed between the caller's look and now.
    if (old.accessToken.reveal() !== stale.reveal()) return old;
    // Nobody has to be asked for what 60 days without use mean.
    if (old.refreshExpiresAt <= now()) {
      throw new TokenError('reconnect', { reason: 'idle', since: isoTime(old.refreshExpiresAt) });
    }
    const fresh = await calls.refresh(await exchange(connectionId), old.refreshToken);
    await vault.save(tokensAccount(connectionId), packTokens(fresh));
    noteAge(connectionId, fresh);
    return fresh;
  }

  async function tryRefresh(connectionId: string, stale: Secret): Promise<TokenPair> {
    try {
      const tokens = await refresh(connectionId, stale);
      failures.delete(connectionId);
      return tokens;
    } catch (reason) {
      const error = noteFailure(connectionId, tokenError(reason));
      failures.set(connectionId, { error, at: now() });
      throw error;
    } finally {
      refreshing.delete(connectionId);
    }
  }

  /** Joins the refresh that is under way, or starts one for the token that no longer serves. */
  function refreshOnce(connectionId: string, stale: Secret): Promise<TokenPair> {
    const running = refreshing.get(connectionId);
    if (running) return running;
    if (closed) return Promise.reject(new TokenError('offline'));
    const failure = recentFailure(connectionId);
    if (failure?.trouble === 'reconnect') return Promise.reject(failure);
    const started = tryRefresh(connectionId, stale);
    refreshing.set(connectionId, started);
    return started;
  }

  /** Whoever needs the token next is told what went wrong: until then there is a good one. */
  async function refreshInBackground(connectionId: string, stale: Secret): Promise<void> {
    if (closed || recentFailure(connectionId)) return;
    try {
      await refreshOnce(connectionId, stale);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
    }
  }

  function aheadTime(connectionId: string): number {
    const ahead = aheadTimes.get(connectionId) ?? random() * AHEAD_MS;
    aheadTimes.set(connectionId, ahead);
    return ahead;
  }

  return {
    async get(connectionId) {
      const { accessToken, expiresAt } = await stored(connectionId);
      const spare = expiresAt - now() - MARGIN_MS;
      if (spare <= 0) return (await refreshOnce(connectionId, accessToken)).accessToken;
      if (spare <= aheadTime(connectionId)) void refreshInBackground(connectionId, accessToken);
      return accessToken;
    },

    renew: async (connectionId, rejected) =>
      (await refreshOnce(connectionId, rejected)).accessToken,

    adopt(connectionId, tokens) {
      noteAge(connectionId, tokens);
      failures.delete(connectionId);
      return vault.save(tokensAccount(connectionId), packTokens(tokens));
    },

    async forget(connectionId) {
      // A refresh under way would store its pair afterwards, and nobody would ever remove it.
      while (refreshing.has(connectionId)) {
        await refreshing.get(connectionId)?.catch(() => undefined);
      }
      failures.delete(connectionId);
      aheadTimes.delete(connectionId);
      ages.delete(connectionId);
      lastFailures.delete(connectionId);
      await vault.remove(tokensAccount(connectionId));
    },

    async keepAlive(connectionIds) {
      for (const id of connectionIds) {
        try {
          const { accessToken, refreshExpiresAt } = await stored(id);
          if (refreshExpiresAt - now() <= KEEP_ALIVE_MS) await refreshOnce(id, accessToken);
        } catch (error) {
          // Whoever reads the vehicle next is told; what ails all connections ends the round.
          if (!(error instanceof TokenError)) throw error;
          if (error.trouble !== 'reconnect') return;
        }
      }
    },

    ages: (connectionIds) => connectionIds.flatMap((id) => ages.get(id) ?? []),
    lastFailure: (connectionId) => lastFailures.get(connectionId) ?? null,
    wake: calls.wake,

    async close() {
      closed = true;
      await Promise.allSettled(refreshing.values());
    },
  };
}
