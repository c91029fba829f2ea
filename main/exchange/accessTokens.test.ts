import { describe, expect, test, vi } from 'vitest';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { packTokens, tokensAccount } from '../keychain/storedTokens.ts';
import type { Vault } from '../keychain/vault.ts';
import { Secret } from '../secret.ts';
import { createAccessTokens, TokenError } from './accessTokens.ts';
import { ExchangeError, type TokenPair } from './tokenExchange.ts';

const HOUR = 3600_000;
const NOW = 1_790_000_000_000;

function pair(name: string, expiresAt: number): TokenPair {
  return {
    accessToken: new Secret(`access-${name}`),
    refreshToken: new Secret(`refresh-${name}`),
    expiresAt,
    refreshExpiresAt: expiresAt + 60 * 24 * HOUR,
  };
}

/** Connection `c` with a token pair in the vault; every step that counts is noted in `steps`. */
function setUp(first: TokenPair | null) {
  const entries = new Map<string, Secret>();
  if (first) entries.set(tokensAccount('c'), packTokens(first));
  const steps: string[] = [];
  const vault = {
    load: async (account: string) => {
      const secret = entries.get(account);
      return secret ? ({ kind: 'found', secret } as const) : ({ kind: 'absent' } as const);
    },
    save: async (account: string, secret: Secret) => {
      entries.set(account, secret);
      steps.push('stored');
      return 'keychain' as const;
    },
    remove: async (account: string) => void entries.delete(account),
  } satisfies Partial<Vault>;
  let count = 0;
  const refresh = vi.fn(async (old: Secret) => {
    count += 1;
    steps.push(`refreshed ${old.reveal()}`);
    return pair(`${count}`, NOW + 2 * HOUR);
  });
  const tokens = createAccessTokens({
    vault: vault as unknown as Vault,
    exchange: async () => ({ exchange: () => Promise.reject(new Error('unused')), refresh }),
    now: () => NOW,
  });
  return { tokens, refresh, steps, entries };
}

describe('an access token', () => {
  test('that is good is handed out as it is', async () => {
    const { tokens, refresh } = setUp(pair('0', NOW + HOUR));
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    expect(refresh).not.toHaveBeenCalled();
  });

  test('that is expired, or about to, is refreshed and stored before it is used', async () => {
    const { tokens, steps } = setUp(pair('0', NOW + 59_000));
    const token = await tokens.get('c');
    steps.push(`used ${token.reveal()}`);
    expect(steps).toEqual(['refreshed refresh-0', 'stored', 'used access-1']);
  });

  test('is refreshed once, however many ask', async () => {
    const { tokens, refresh } = setUp(pair('0', NOW - 1));
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.get('c')));
    expect(new Set(all.map((token) => token.reveal()))).toEqual(new Set(['access-1']));
    expect(refresh).toHaveBeenCalledOnce();
  });

  test('that was rejected is replaced once for all that saw the rejection', async () => {
    const { tokens, refresh } = setUp(pair('0', NOW + HOUR));
    const rejected = await tokens.get('c');
    const first = await tokens.renew('c', rejected);
    const late = await tokens.renew('c', rejected);
    expect([first.reveal(), late.reveal()]).toEqual(['access-1', 'access-1']);
    expect(refresh).toHaveBeenCalledOnce();
  });
});

describe('trouble', () => {
  test.each<[ExchangeProblem, string]>([
    ['invalid_grant', 'reconnect'],
    ['unreachable', 'offline'],
    ['timed_out', 'offline'],
    ['secret_unavailable', 'tokens_unavailable'],
    ['invalid_client', 'refused'],
    ['unreadable_answer', 'refused'],
  ])('%s at a refresh is %s, and the old pair stays', async (problem, trouble) => {
    const { tokens, refresh, entries } = setUp(pair('0', NOW - 1));
    const before = entries.get(tokensAccount('c'));
    refresh.mockRejectedValue(new ExchangeError(problem));
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble });
    expect(entries.get(tokensAccount('c'))).toBe(before);
  });

  test('a failed refresh does not stop the next one', async () => {
    const { tokens, refresh } = setUp(pair('0', NOW - 1));
    refresh.mockRejectedValueOnce(new ExchangeError('refused'));
    await expect(tokens.get('c')).rejects.toBeInstanceOf(TokenError);
    expect((await tokens.get('c')).reveal()).toBe('access-1');
  });

  test('a lost answer is asked for again at once, while the old token still lives', async () => {
    const { tokens, refresh } = setUp(pair('0', NOW - 1));
    refresh.mockRejectedValueOnce(new ExchangeError('timed_out'));
    expect((await tokens.get('c')).reveal()).toBe('access-1');
    expect(refresh.mock.calls.map(([old]) => old.reveal())).toEqual(['refresh-0', 'refresh-0']);
  });

  /** A refresh that answers when it is told to. */
  async function slowRefresh() {
    const set = setUp(pair('0', NOW - 1));
    const answer = Promise.withResolvers<TokenPair>();
    set.refresh.mockReturnValueOnce(answer.promise);
    const using = set.tokens.get('c');
    await vi.waitFor(() => expect(set.refresh).toHaveBeenCalled());
    return { ...set, using, answer: () => answer.resolve(pair('1', NOW + HOUR)) };
  }

  test('tokens that are forgotten during a refresh stay forgotten', async () => {
    const { tokens, entries, using, answer } = await slowRefresh();
    const forgetting = tokens.forget('c');
    answer();
    await Promise.all([forgetting, using]);
    expect(entries.size).toBe(0);
  });

  test('closing waits until the new pair is stored, and starts no other refresh', async () => {
    const { tokens, steps, answer } = await slowRefresh();
    const closing = tokens.close().then(() => steps.push('closed'));
    answer();
    await closing;
    expect(steps).toEqual(['stored', 'closed']);
    const expired = setUp(pair('0', NOW - 1));
    await expired.tokens.close();
    await expect(expired.tokens.get('c')).rejects.toMatchObject({ trouble: 'offline' });
  });

  test('no tokens at all ask for connecting again', async () => {
    const { tokens } = setUp(null);
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'reconnect' });
  });
});
