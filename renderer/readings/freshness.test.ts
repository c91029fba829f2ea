import { expect, test } from 'vitest';
import { freshnessOf } from './freshness.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

test.each([
  [12, 11, 'fresh'],
  [12, 13, 'older'],
  [12, 25, 'stale'],
  [1, 2, 'older'],
  [1, 23, 'older'],
  [1, 25, 'stale'],
  [72, 71, 'fresh'],
  [72, 143, 'older'],
  [72, 145, 'stale'],
  [null, 11, 'fresh'],
  [null, 13, 'older'],
  [null, 25, 'stale'],
] as const)('read every %s h, a value of %d h ago is %s', (rule, age, freshness) => {
  expect(freshnessOf(hoursAgo(age), rule, NOW)).toBe(freshness);
});

test('a clock of a car that runs ahead makes no value old', () => {
  expect(freshnessOf(hoursAgo(-2), 12, NOW)).toBe('fresh');
});
