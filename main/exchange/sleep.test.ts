import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { Secret } from '../secret.ts';
import { NOW, pair, tokensSetUp } from '../testing/accessTokens.ts';
import { json, serve } from '../testing/httpServer.ts';
import { createLocalExchange } from './local.ts';

const PAIR = { access_token: 'new', token_type: 'Bearer', expires_in: 7200, refresh_token: 'next' };

/** Expired tokens of one connection, and a token endpoint that gives these answers, one after the other. */
async function tokensAt(
  answers: readonly ((response: ServerResponse) => void)[],
  timeoutMs = 60_000,
) {
  const left = answers.values();
  const { origin, requests } = await serve((_request, response) => left.next().value?.(response));
  const set = tokensSetUp({ c: pair('0', NOW - 1) });
  const service = createLocalExchange({
    authOrigin: origin,
    apiOrigin: origin,
    clientId: 'client',
    clientSecret: async () => new Secret('s3cret'),
    mode: 'live',
    fetch,
    now: () => NOW,
    timeoutMs,
  });
  set.exchange.mockResolvedValue(service);
  const asked = (count: number) => vi.waitFor(() => expect(requests).toHaveLength(count));
  return { ...set, requests, asked };
}

const hangs = () => undefined;
const givesPair = (response: ServerResponse) => json(response, 200, PAIR);
const breaks = (response: ServerResponse) => void response.destroy();
const refuses = (response: ServerResponse) => json(response, 400, { error: 'invalid_grant' });

describe('a refresh that hung through a sleep of the computer', () => {
  test('is asked for again on wake-up, once for all who wait', async () => {
    const { tokens, asked, requests, entry } = await tokensAt([hangs, givesPair]);
    const waiting = Array.from({ length: 5 }, () => tokens.get('c'));
    await asked(1);
    tokens.wake();
    const late = tokens.get('c');
    const handedOut = await Promise.all([...waiting, late]);
    expect(handedOut.map((token) => token.reveal())).toEqual(Array(6).fill('new'));
    expect(entry('c')).toBe('new');
    expect(requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'))).toEqual([
      'refresh-0',
      'refresh-0',
    ]);
  });

  test('while the network is not back yet says so, keeps the old pair, and works later', async () => {
    const { tokens, asked, entry } = await tokensAt([hangs, breaks, givesPair]);
    const waiting = tokens.get('c');
    await asked(1);
    tokens.wake();
    await expect(waiting).rejects.toMatchObject({ trouble: 'offline', ended: null });
    expect(entry('c')).toBe('access-0');
    expect((await tokens.get('c')).reveal()).toBe('new');
  });

  test('for so long that the used token died says that the access has ended', async () => {
    const { tokens, asked } = await tokensAt([hangs, refuses]);
    const waiting = tokens.get('c');
    await asked(1);
    tokens.wake();
    const since = new Date(NOW).toISOString();
    await expect(waiting).rejects.toMatchObject({
      trouble: 'reconnect',
      ended: { reason: 'revoked', since },
    });
  });

  test('can be woken more than once', async () => {
    const { tokens, asked, entry } = await tokensAt([hangs, hangs, givesPair]);
    const waiting = tokens.get('c');
    await asked(1);
    tokens.wake();
    await asked(2);
    tokens.wake();
    await expect(waiting).rejects.toMatchObject({ trouble: 'offline' });
    expect(entry('c')).toBe('access-0');
    expect((await tokens.get('c')).reveal()).toBe('new');
  });

  test('ends by its time limit where nobody tells of the wake-up', async () => {
    const { tokens, requests, entry } = await tokensAt([hangs, hangs], 50);
    await expect(tokens.get('c')).rejects.toMatchObject({ trouble: 'offline' });
    expect(requests).toHaveLength(2);
    expect(entry('c')).toBe('access-0');
  });
});

test('waking up while nothing is asked for does nothing', async () => {
  const { tokens, requests } = await tokensAt([givesPair]);
  tokens.wake();
  expect((await tokens.get('c')).reveal()).toBe('new');
  expect(requests).toHaveLength(1);
});
