import { vi } from 'vitest';
import { createAccessTokens } from '../exchange/accessTokens.ts';
import type { TokenExchange, TokenPair } from '../exchange/tokenExchange.ts';
import { packTokens, tokensAccount, unpackTokens } from '../keychain/storedTokens.ts';
import type { Vault, VaultAnswer } from '../keychain/vault.ts';
import { Secret } from '../secret.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const NOW = 1_790_000_000_000;

/** A token pair whose tokens bear this name. */
export function pair(name: string, expiresAt: number): TokenPair {
  return {
    accessToken: new Secret(`access-${name}`),
    refreshToken: new Secret(`refresh-${name}`),
    expiresAt,
    refreshExpiresAt: expiresAt + 60 * DAY,
  };
}

/** Lets everything run that waits for no clock, network or disk. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const unused = () => Promise.reject(new Error('not to be asked'));

/** A vault that keeps what it is given and notes what it stores. */
function noteVault(first: Readonly<Record<string, TokenPair>>, steps: string[]) {
  const entries = new Map(
    Object.entries(first).map(([id, tokens]) => [tokensAccount(id), packTokens(tokens)]),
  );
  const nameOf = (account: string) => {
    const entry = entries.get(account);
    return entry && unpackTokens(entry)?.accessToken.reveal();
  };
  const vault = {
    load: vi.fn(async (account: string): Promise<VaultAnswer> => {
      const secret = entries.get(account);
      return secret ? { kind: 'found', secret } : { kind: 'absent' };
    }),
    save: vi.fn(async (account: string, secret: Secret) => {
      entries.set(account, secret);
      steps.push(`stored ${account.replace('connection:', '')} ${nameOf(account)}`);
      return 'keychain' as const;
    }),
    remove: vi.fn(async (account: string) => void entries.delete(account)),
    retry: unused,
    status: () => ({ state: 'available', backend: '', entries: 0, holdsSecretsInMemory: false }),
  } satisfies Vault;
  return { vault, entry: (id: string) => nameOf(tokensAccount(id)) };
}

/**
 * Access tokens with these pairs in the vault, a standing clock, and an exchange whose pairs count up
 * from 1. What counts is noted in `steps`.
 */
export function tokensSetUp(
  first: Readonly<Record<string, TokenPair>>,
  { random = () => 0 }: { readonly random?: () => number } = {},
) {
  const steps: string[] = [];
  const clock = { now: NOW };
  const { vault, entry } = noteVault(first, steps);
  let count = 0;
  const refresh = vi.fn(async (old: Secret, _signal: AbortSignal) => {
    count += 1;
    steps.push(`refreshed ${old.reveal()}`);
    return pair(`${count}`, clock.now + 2 * HOUR);
  });
  const service: TokenExchange = {
    exchange: unused,
    refresh,
    compatibility: unused,
    compatibleModels: unused,
  };
  const exchange = vi.fn(async () => service);
  const tokens = createAccessTokens({ vault, exchange, now: () => clock.now, random });
  return { tokens, refresh, exchange, vault, steps, clock, entry };
}
