import { expect, test } from 'vitest';
import { boxAround, isInBox, isInLasso } from './areas.ts';

/** The letter U, whose inside is open upwards. */
const U = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 20 },
  { x: 20, y: 20 },
  { x: 20, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 30 },
  { x: 0, y: 30 },
];

test('a lasso holds what lies within its line, and not what lies in its bay', () => {
  expect(isInLasso({ x: 5, y: 10 }, U)).toBe(true);
  expect(isInLasso({ x: 25, y: 10 }, U)).toBe(true);
  expect(isInLasso({ x: 15, y: 25 }, U)).toBe(true);
  expect(isInLasso({ x: 15, y: 10 }, U)).toBe(false);
  expect(isInLasso({ x: -1, y: 10 }, U)).toBe(false);
  expect(isInLasso({ x: 15, y: 31 }, U)).toBe(false);
  expect(isInLasso({ x: 5, y: 10 }, [])).toBe(false);
});

test('the box around a line holds all of it', () => {
  expect(boxAround(U)).toEqual({ left: 0, top: 0, right: 30, bottom: 30 });
  for (const point of U) expect(isInBox(point, boxAround(U))).toBe(true);
  expect(isInBox({ x: 31, y: 5 }, boxAround(U))).toBe(false);
});
