import type { Context } from '../context.ts';
import { sha256, uuidFrom } from '../core/random.ts';

/** What one successful Connect run gives access to. */
export type GrantInput = {
  userId: string;
  vehicleIds: string[];
  /** The redirect URI that carried the code, and whether the authorize request named it. */
  redirectUri: string;
  redirectUriSent: boolean;
};

export type TokenPair = { accessToken: string; refreshToken: string; expiresIn: number };

export type GrantProblem = 'unknown' | 'redirect-uri';

const newSecret = (ctx: Context) => uuidFrom(ctx.random(16));

/** Forgets codes and tokens that can never work again, and grants that nothing refers to. */
function prune(ctx: Context): void {
  const { state } = ctx.store;
  const now = ctx.clock.now();
  const graceMs = ctx.settings.refreshGrace * 1_000;
  const keep = <T>(all: Record<string, T>, isAlive: (one: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([, one]) => isAlive(one)));
  state.codes = keep(state.codes, (code) => code.expiresAt > now);
  state.accessTokens = keep(state.accessTokens, (token) => token.expiresAt > now);
  state.refreshTokens = keep(
    state.refreshTokens,
    (token) => token.expiresAt > now && (token.usedAt === null || token.usedAt + graceMs > now),
  );
  const referred = new Set(
    [state.codes, state.accessTokens, state.refreshTokens].flatMap((all) =>
      Object.values(all).map((one) => one.grantId),
    ),
  );
  state.grants = Object.fromEntries(
    Object.entries(state.grants).filter(([id]) => referred.has(id)),
  );
}

/** Makes a grant and an authorization code for it, valid once and for the configured time. */
export function issueCode(ctx: Context, input: GrantInput): string {
  prune(ctx);
  const { state } = ctx.store;
  const now = ctx.clock.now();
  const grantId = newSecret(ctx);
  const code = newSecret(ctx);
  const { userId, vehicleIds, redirectUri, redirectUriSent } = input;
  state.grants[grantId] = { userId, vehicleIds, createdAt: now };
  state.codes[sha256(code)] = {
    grantId,
    redirectUri,
    redirectUriSent,
    expiresAt: now + ctx.settings.codeLife * 1_000,
  };
  ctx.store.changed();
  return code;
}

function issuePair(ctx: Context, grantId: string): TokenPair {
  const { state } = ctx.store;
  const now = ctx.clock.now();
  const { tokenLife, refreshLife } = ctx.settings;
  const accessToken = newSecret(ctx);
  const refreshToken = newSecret(ctx);
  state.accessTokens[sha256(accessToken)] = { grantId, expiresAt: now + tokenLife * 1_000 };
  state.refreshTokens[sha256(refreshToken)] = {
    grantId,
    expiresAt: now + refreshLife * 1_000,
    usedAt: null,
  };
  ctx.store.changed();
  return { accessToken, refreshToken, expiresIn: tokenLife };
}

/**
 * Exchanges an authorization code (RFC 6749 section 4.1.3). The redirect URI must equal the one of
 * the authorize request, and may be left out only if it was left out there.
 */
export function redeemCode(
  ctx: Context,
  code: string,
  redirectUri: string | undefined,
): TokenPair | GrantProblem {
  const hash = sha256(code);
  const record = ctx.store.state.codes[hash];
  if (!record || record.expiresAt <= ctx.clock.now()) return 'unknown';
  const matches =
    redirectUri === undefined ? !record.redirectUriSent : redirectUri === record.redirectUri;
  if (!matches) return 'redirect-uri';
  delete ctx.store.state.codes[hash];
  const pair = issuePair(ctx, record.grantId);
  prune(ctx);
  return pair;
}

/**
 * Rotates a refresh token: every use gives a new pair, and the used token works for one more
 * minute ("Token refresh" in Smartcar's docs).
 */
export function rotate(ctx: Context, refreshToken: string): TokenPair | 'unknown' {
  const record = ctx.store.state.refreshTokens[sha256(refreshToken)];
  const now = ctx.clock.now();
  if (!record || record.expiresAt <= now) return 'unknown';
  if (record.usedAt !== null && record.usedAt + ctx.settings.refreshGrace * 1_000 <= now) {
    return 'unknown';
  }
  record.usedAt ??= now;
  const pair = issuePair(ctx, record.grantId);
  prune(ctx);
  return pair;
}

/** What an access token opens; undefined when it is unknown or expired. */
export function findAccess(
  ctx: Context,
  accessToken: string,
): { userId: string; vehicleIds: readonly string[] } | undefined {
  const { state } = ctx.store;
  const record = state.accessTokens[sha256(accessToken)];
  if (!record || record.expiresAt <= ctx.clock.now()) return undefined;
  return state.grants[record.grantId];
}

/** Ends all access tokens now; refresh tokens stay. Returns how many there were. */
export function expireAccessTokens(ctx: Context): number {
  const count = Object.keys(ctx.store.state.accessTokens).length;
  ctx.store.state.accessTokens = {};
  ctx.store.changed();
  return count;
}

/** Ends all refresh tokens now; access tokens stay. Returns how many there were. */
export function expireRefreshTokens(ctx: Context): number {
  const count = Object.keys(ctx.store.state.refreshTokens).length;
  ctx.store.state.refreshTokens = {};
  ctx.store.changed();
  return count;
}
