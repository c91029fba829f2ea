import { expect, test } from 'vitest';
import { ageOf, briefTime, dayText, hoursText, shortTime, sinceText, spanText } from './time.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [0, { key: 'now' }],
  [59_999, { key: 'now' }],
  [MINUTE, { key: 'minutes', value: 1 }],
  [HOUR - 1, { key: 'minutes', value: 59 }],
  [3 * HOUR, { key: 'hours', value: 3 }],
  [DAY - 1, { key: 'hours', value: 23 }],
  [DAY, { key: 'days', value: 1 }],
  [41.9 * DAY, { key: 'days', value: 41 }],
])('the age of %d ms is %o', (passed, age) => {
  expect(ageOf(ago(passed), NOW)).toEqual(age);
});

test("a car's clock that runs ahead counts as now", () => {
  expect(ageOf(ago(-5 * MINUTE), NOW)).toEqual({ key: 'now' });
  expect(sinceText(ago(-5 * MINUTE), NOW)).toBeNull();
});

test.each([
  [MINUTE, '1 minute ago'],
  [5 * HOUR, '5 hours ago'],
  [3 * DAY, '3 days ago'],
])('%d ms in a sentence is %s', (passed, text) => {
  expect(sinceText(ago(passed), NOW)).toBe(text);
});

test('in a cell a moment is the time of today or a day, and never both', () => {
  expect(briefTime(ago(0), NOW)).toMatch(/\d:\d\d/);
  expect(briefTime(ago(3 * DAY), NOW)).not.toMatch(/:|2026/);
});

test('a moment of another day carries its date', () => {
  expect(shortTime(ago(0), NOW)).not.toMatch(/2026/);
  expect(shortTime(ago(3 * DAY), NOW)).toMatch(/2026/);
});

test('a day of another year carries its year', () => {
  expect(dayText(ago(0), NOW)).not.toMatch(/2026/);
  expect(dayText(ago(400 * DAY), NOW)).toMatch(/2025/);
});

test.each([
  [65_000, '1:05'],
  [9 * MINUTE + 59_900, '9:59'],
  [61 * MINUTE, '61:00'],
  [-1, '0:00'],
])('a span of %d ms is %s', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});

test.each([
  [1, '1 hour'],
  [24.6, '24.6 hours'],
  [24, '1 day'],
  [336, '14 days'],
])('%d hours in a sentence are %s', (hours, text) => {
  expect(hoursText(hours)).toBe(text);
});
