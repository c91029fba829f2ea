import { expect, test } from 'vitest';
import type { TokenAge } from '../exchange/accessTokens.ts';
import { connectionFacts } from './connectionFacts.ts';

const AT = Date.parse('2026-11-26T12:00:00Z');
const DAY_MS = 86_400_000;

test('times and troubles are told, and nothing else', () => {
  const age: TokenAge = {
    renewedAt: AT,
    expiresAt: AT + 7_200_000,
    refreshExpiresAt: AT + 60 * DAY_MS,
  };
  const tokens = {
    ages: (ids: readonly string[]) => (ids[0] === 'c' ? [age] : []),
    lastFailure: () => ({ at: AT - DAY_MS, trouble: 'offline' as const }),
  };
  expect(connectionFacts(tokens, 'c')).toEqual({
    validUntil: '2027-01-25T12:00:00.000Z',
    renewedAt: '2026-11-26T12:00:00.000Z',
    failure: { at: '2026-11-25T12:00:00.000Z', trouble: 'offline' },
  });
});

test('what was not looked at is not guessed', () => {
  const tokens = { ages: () => [], lastFailure: () => null };
  expect(connectionFacts(tokens, 'c')).toEqual({
    validUntil: null,
    renewedAt: null,
    failure: null,
  });
});
