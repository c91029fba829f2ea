import { expect, test } from 'vitest';
import { listMove } from './listMove.ts';

test('arrows go round, Home and End go to the ends, other keys stay', () => {
  expect(listMove('ArrowRight', 'row', 3, 4)).toBe(0);
  expect(listMove('ArrowLeft', 'row', 0, 4)).toBe(3);
  expect(listMove('Home', 'row', 2, 4)).toBe(0);
  expect(listMove('End', 'row', 0, 4)).toBe(3);
  expect(listMove('ArrowDown', 'column', 3, 4)).toBe(0);
  expect(listMove('ArrowUp', 'column', 0, 4)).toBe(3);
  expect(listMove('ArrowDown', 'row', 1, 4)).toBeNull();
  expect(listMove('a', 'row', 1, 4)).toBeNull();
});
