import { describe, expect, test, vi } from 'vitest';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { DAY, HOUR, MINUTE, NOW, pair, settle, tokensSetUp } from '../testing/accessTokens.ts';
import { TokenError } from './tokenError.ts';
import { ExchangeError, type TokenPair } from './tokenExchange.ts';

describe('an access token', () => {
  test('that is good is handed out as it is', async () => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW + HOUR) });
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    expect(refresh).not.toHaveBeenCalled();
  });

  test('that is expired, or about to, is refreshed and stored before it is used', async () => {
    const { tokens, steps } = tokensSetUp({ c: pair('0', NOW + MINUTE) });
    const token = await tokens.get('c');
    steps.push(`used ${token.reveal()}`);
    expect(steps).toEqual(['refreshed refresh-0', 'stored c access-1', 'used access-1']);
  });

  test('is not handed out before the keychain has taken its pair', async () => {
    const { tokens, vault } = tokensSetUp({ c: pair('0', NOW - 1) });
    const kept = Promise.withResolvers<'keychain'>();
    vault.save.mockReturnValueOnce(kept.promise);
    const handedOut = vi.fn();
    const using = tokens.get('c').then(handedOut);
    await vi.waitFor(() => expect(vault.save).toHaveBeenCalled());
    await settle();
    expect(handedOut).not.toHaveBeenCalled();
    kept.resolve('keychain');
    await using;
    expect(handedOut).toHaveBeenCalled();
  });

  test('is refreshed once, however many ask', async () => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW - 1) });
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.get('c')));
    expect(new Set(all.map((token) => token.reveal()))).toEqual(new Set(['access-1']));
    expect(refresh).toHaveBeenCalledOnce();
  });

  test('that was rejected is replaced once for all that saw the rejection', async () => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW + HOUR) });
    const rejected = await tokens.get('c');
    const first = await tokens.renew('c', rejected);
    const late = await tokens.renew('c', rejected);
    expect([first.reveal(), late.reveal()]).toEqual(['access-1', 'access-1']);
    expect(refresh).toHaveBeenCalledOnce();
  });
});

describe('ahead of its end', () => {
  test('a token is handed out at once and refreshed behind', async () => {
    const { tokens, refresh, entry } = tokensSetUp(
      { c: pair('0', NOW + 10 * MINUTE) },
      { random: () => 0.99 },
    );
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    await vi.waitFor(() => expect(entry('c')).toBe('access-1'));
    expect((await tokens.get('c')).reveal()).toBe('access-1');
    expect(refresh).toHaveBeenCalledOnce();
  });

  test('connections that were made together are not refreshed in the same second', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `c${index}`);
    const end = NOW + 2 * HOUR;
    let drawn = 0;
    const { tokens, refresh, clock } = tokensSetUp(
      Object.fromEntries(names.map((name) => [name, pair(name, end)])),
      { random: () => drawn++ / names.length },
    );
    const seconds: number[] = [];
    refresh.mockImplementation(async (old) => {
      seconds.push(clock.now);
      return pair(old.reveal(), end + 2 * HOUR);
    });
    for (clock.now = end - 20 * MINUTE; clock.now <= end - MINUTE; clock.now += 1000) {
      await Promise.all(names.map((name) => tokens.get(name)));
      await settle();
    }
    expect(seconds).toHaveLength(names.length);
    expect(new Set(seconds).size).toBe(names.length);
    expect(seconds.at(0)).toBeLessThan(end - 15 * MINUTE);
  });

  test('a refresh that fails costs nobody the token that is still good', async () => {
    const { tokens, refresh, clock } = tokensSetUp(
      { c: pair('0', NOW + 10 * MINUTE) },
      { random: () => 0.99 },
    );
    refresh.mockRejectedValue(new ExchangeError('rate_limited'));
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    await settle();
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    await settle();
    expect(refresh).toHaveBeenCalledOnce();
    clock.now += MINUTE;
    expect((await tokens.get('c')).reveal()).toBe('access-0');
    await settle();
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});

describe('trouble', () => {
  test.each<[ExchangeProblem, string]>([
    ['invalid_grant', 'reconnect'],
    ['unreachable', 'offline'],
    ['timed_out', 'offline'],
    ['backend_cannot_reach_smartcar', 'offline'],
    ['secret_unavailable', 'tokens_unavailable'],
    ['invalid_client', 'refused'],
    ['unauthorized_client', 'refused'],
    ['staff_token_refused', 'refused'],
    ['rate_limited', 'refused'],
    ['refused', 'refused'],
    ['unreadable_answer', 'refused'],
  ])('%s at a refresh is %s, and the old pair stays', async (problem, trouble) => {
    const { tokens, refresh, entry } = tokensSetUp({ c: pair('0', NOW - 1) });
    refresh.mockRejectedValue(new ExchangeError(problem));
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble });
    expect(entry('c')).toBe('access-0');
  });

  test('no way to the exchange is being offline', async () => {
    const { tokens, exchange } = tokensSetUp({ c: pair('0', NOW - 1) });
    exchange.mockRejectedValueOnce(new SmartcarError({ type: 'NETWORK' }));
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'offline' });
    expect((await tokens.get('c')).reveal()).toBe('access-1');
  });

  test('a failed refresh does not stop the next one', async () => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW - 1) });
    refresh.mockRejectedValueOnce(new ExchangeError('refused'));
    await expect(tokens.get('c')).rejects.toBeInstanceOf(TokenError);
    expect((await tokens.get('c')).reveal()).toBe('access-1');
  });

  test.each<ExchangeProblem>([
    'unreachable',
    'timed_out',
    'unreadable_answer',
    'backend_cannot_reach_smartcar',
  ])('an answer that was lost (%s) is asked for again at once', async (problem) => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW - 1) });
    refresh.mockRejectedValueOnce(new ExchangeError(problem));
    expect((await tokens.get('c')).reveal()).toBe('access-1');
    expect(refresh.mock.calls.map(([old]) => old.reveal())).toEqual(['refresh-0', 'refresh-0']);
  });

  test('tokens that are nowhere ask for connecting again', async () => {
    const { tokens } = tokensSetUp({});
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'reconnect', ended: null });
  });

  test('a locked keychain is no end', async () => {
    const { tokens, vault } = tokensSetUp({ c: pair('0', NOW + HOUR) });
    vault.load.mockResolvedValueOnce({ kind: 'unavailable' });
    await expect(tokens.get('c')).rejects.toMatchObject({
      trouble: 'tokens_unavailable',
      ended: null,
    });
  });
});

describe('the last failure', () => {
  test('is remembered after it has passed, and goes with the tokens', async () => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW - 1) });
    expect(tokens.lastFailure('c')).toBeNull();
    refresh.mockRejectedValueOnce(new ExchangeError('refused'));
    await expect(tokens.get('c')).rejects.toBeInstanceOf(TokenError);
    await tokens.get('c');
    expect(tokens.lastFailure('c')).toEqual({ at: NOW, trouble: 'refused' });
    await tokens.forget('c');
    expect(tokens.lastFailure('c')).toBeNull();
  });

  test('a keychain that gives nothing is one', async () => {
    const { tokens, vault } = tokensSetUp({ c: pair('0', NOW + HOUR) });
    vault.load.mockResolvedValueOnce({ kind: 'unavailable' });
    await expect(tokens.get('c')).rejects.toBeInstanceOf(TokenError);
    expect(tokens.lastFailure('c')).toEqual({ at: NOW, trouble: 'tokens_unavailable' });
  });
});

describe('the end of a sign-in', () => {
  test('for want of use is known without a call, with its date', async () => {
    const first = pair('0', NOW - 60 * DAY);
    const { tokens, refresh } = tokensSetUp({ c: first });
    const since = new Date(first.refreshExpiresAt).toISOString();
    const error = { trouble: 'reconnect', ended: { reason: 'idle', since } };
    await expect(tokens.get('c')).rejects.toMatchObject(error);
    await expect(tokens.renew('c', first.accessToken)).rejects.toMatchObject(error);
    expect(refresh).not.toHaveBeenCalled();
  });

  test('that Smartcar tells is told once for all vehicles, and asked again later', async () => {
    const { tokens, refresh, clock } = tokensSetUp({ c: pair('0', NOW - 1) });
    refresh.mockRejectedValue(new ExchangeError('invalid_grant'));
    const ended = { reason: 'revoked', since: new Date(NOW).toISOString() };
    for (let count = 0; count < 12; count += 1) {
      await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'reconnect', ended });
    }
    expect(refresh).toHaveBeenCalledOnce();
    clock.now += MINUTE;
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'reconnect' });
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test('does not stand in the way of new tokens', async () => {
    const { tokens, refresh } = tokensSetUp({ c: pair('0', NOW - 1) });
    refresh.mockRejectedValueOnce(new ExchangeError('invalid_grant'));
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'reconnect' });
    await tokens.adopt('c', pair('new', NOW - 1));
    expect((await tokens.get('c')).reveal()).toBe('access-1');
  });
});

describe('keeping sign-ins alive', () => {
  const endingIn = (name: string, days: number) => ({
    ...pair(name, NOW + HOUR),
    refreshExpiresAt: NOW + days * DAY,
  });

  test('uses those that end within a week, one after the other', async () => {
    const { tokens, refresh, steps } = tokensSetUp({
      a: endingIn('a', 7),
      b: endingIn('b', 8),
      c: endingIn('c', 0.5),
      d: endingIn('d', -1),
    });
    await tokens.keepAlive(['a', 'b', 'c', 'd', 'unknown']);
    expect(steps).toEqual([
      'refreshed refresh-a',
      'stored a access-1',
      'refreshed refresh-c',
      'stored c access-2',
    ]);
    await tokens.keepAlive(['a', 'b', 'c']);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test('goes on after one that has ended, and stops where there is no way to Smartcar', async () => {
    const { tokens, refresh } = tokensSetUp({
      a: endingIn('a', 1),
      b: endingIn('b', 1),
      c: endingIn('c', 1),
    });
    refresh.mockRejectedValueOnce(new ExchangeError('invalid_grant'));
    refresh.mockRejectedValue(new ExchangeError('unreachable'));
    await tokens.keepAlive(['a', 'b', 'c']);
    expect(refresh.mock.calls.map(([old]) => old.reveal())).toEqual([
      'refresh-a',
      'refresh-b',
      'refresh-b',
    ]);
  });
});

describe('a refresh that takes its time', () => {
  /** One that answers when it is told to. */
  async function slowRefresh() {
    const set = tokensSetUp({ c: pair('0', NOW - 1) });
    const answer = Promise.withResolvers<TokenPair>();
    set.refresh.mockReturnValueOnce(answer.promise);
    const using = set.tokens.get('c');
    await vi.waitFor(() => expect(set.refresh).toHaveBeenCalled());
    return { ...set, using, answer: () => answer.resolve(pair('1', NOW + HOUR)) };
  }

  test('does not bring back tokens that were forgotten meanwhile', async () => {
    const { tokens, entry, using, answer } = await slowRefresh();
    const forgetting = tokens.forget('c');
    answer();
    await Promise.all([forgetting, using]);
    expect(entry('c')).toBeUndefined();
  });

  test('is waited for at the end, until the pair is stored, and no other one starts', async () => {
    const { tokens, steps, answer } = await slowRefresh();
    const closing = tokens.close().then(() => steps.push('closed'));
    answer();
    await closing;
    expect(steps).toEqual(['stored c access-1', 'closed']);
    const expired = tokensSetUp({ c: pair('0', NOW - 1) });
    await expired.tokens.close();
    await expect(expired.tokens.get('c')).rejects.toMatchObject({ trouble: 'offline' });
  });
});
