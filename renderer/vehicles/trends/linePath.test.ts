import { expect, test } from 'vitest';
import { linePath } from './linePath.ts';

const DAY = 86_400_000;

test('kilometres go from the lowest to the highest, over the whole time', () => {
  const line = [
    [0, 100],
    [DAY, 150],
    [2 * DAY, 200],
  ] as const;
  expect(linePath('odometer', line, 0, 2 * DAY)).toBe('M1.5 14.5L20 8L38.5 1.5');
});

test('levels keep their scale from empty to full', () => {
  const line = [
    [0, 0.5],
    [DAY, 0.5],
  ] as const;
  expect(linePath('battery', line, 0, DAY)).toBe('M1.5 8L38.5 8');
});

test('gaps stay open, and a single value is a dot', () => {
  const line = [
    [0, 0],
    [DAY, 0],
    [10 * DAY, 1],
  ] as const;
  expect(linePath('fuel', line, 0, 10 * DAY)).toBe('M1.5 14.5L5.2 14.5M38 1.5h1');
  expect(linePath('odometer', [[0, 5]], 0, DAY)).toBe('M1 8h1');
  expect(linePath('odometer', [], 0, DAY)).toBe('');
});
