import { expect, test } from 'vitest';
import { gapsBefore, longestJoined } from './gaps.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const every = (distance: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => from + at * distance);

test('two days are joined, however often is read otherwise', () => {
  expect(longestJoined(every(HOUR, 50))).toBe(2 * DAY);
  expect(longestJoined([])).toBe(2 * DAY);
  expect(gapsBefore([0, HOUR, HOUR + 2 * DAY, 2 * HOUR + 2 * DAY]).size).toBe(0);
  expect([...gapsBefore([0, HOUR, HOUR + 2 * DAY + 1])]).toEqual([2]);
});

test('where is read seldom, four times the usual distance is joined', () => {
  const weekly = every(7 * DAY, 10);
  const end = weekly.at(-1) ?? 0;
  expect(gapsBefore([...weekly, end + 28 * DAY]).size).toBe(0);
  expect([...gapsBefore([...weekly, end + 28 * DAY + 1])]).toEqual([10]);
});

test('of two or three values that lie far apart nothing is known in between', () => {
  expect([...gapsBefore([0, 20 * DAY])]).toEqual([1]);
  expect([...gapsBefore([0, 10 * DAY, 20 * DAY])]).toEqual([1, 2]);
});

test('one value a day with many a day later on has no gap', () => {
  expect(gapsBefore([...every(DAY, 300), ...every(HOUR, 500, 300 * DAY)]).size).toBe(0);
});
