import { expect, test } from 'vitest';
import { median, summarize } from './statistics.ts';

test('the median of an odd number of values is the middle one', () => {
  expect(median([10, 9, 100])).toBe(10);
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([1, 100, 3, 2])).toBe(2.5);
});

test('there is no median of nothing', () => {
  expect(median([])).toBeNaN();
});

test('sums up without changing the values', () => {
  const values = [3, 1, 2];
  expect(summarize(values)).toEqual({ median: 2, min: 1, max: 3 });
  expect(values).toEqual([3, 1, 2]);
});
