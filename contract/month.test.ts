import { expect, test } from 'vitest';
import { callsThisMonth, countingMonth, monthOf, nextMonth } from './month.ts';

const at = (iso: string) => Date.parse(iso);

test.each([
  ['2026-11-01T00:00:00.000Z', '2026-11'],
  ['2026-11-30T23:59:59.999Z', '2026-11'],
  ['2026-12-01T00:00:00.000Z', '2026-12'],
  ['2026-12-31T23:59:59.999Z', '2026-12'],
  ['2027-01-01T00:00:00.000Z', '2027-01'],
  ['2026-11-15T12:00:00.000Z', '2026-11'],
])('%s is in %s', (iso, month) => {
  expect(monthOf(at(iso))).toBe(month);
});

test('the next month begins at midnight UTC, over the year’s end too', () => {
  expect(nextMonth(at('2026-12-31T23:59:59.999Z'))).toBe(at('2027-01-01T00:00:00.000Z'));
});

test('calls of another month are past', () => {
  const calls = { month: '2026-11', count: 7 };
  expect(callsThisMonth(calls, at('2026-11-30T23:00:00.000Z'))).toBe(7);
  expect(callsThisMonth(calls, at('2026-12-01T00:00:00.000Z'))).toBe(0);
});

test('a month that was begun by a clock that was ahead is gone on with', () => {
  const calls = { month: '2026-12', count: 7 };
  expect(countingMonth(calls, at('2026-11-30T23:00:00.000Z'))).toBe('2026-12');
  expect(callsThisMonth(calls, at('2026-11-30T23:00:00.000Z'))).toBe(7);
  // Further ahead it says nothing about this month, and would hold the vehicle back for long.
  expect(countingMonth(calls, at('2026-10-31T23:00:00.000Z'))).toBe('2026-10');
  expect(callsThisMonth(calls, at('2026-10-31T23:00:00.000Z'))).toBe(0);
});
