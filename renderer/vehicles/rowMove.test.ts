import { expect, test } from 'vitest';
import { rowMove } from './rowMove.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['PageDown', 3, 13],
  ['PageDown', 15, 19],
  ['PageUp', 3, 0],
  ['Home', 3, 0],
  ['End', 3, 19],
])('%s from %d of 20 goes to %d', (key, from, to) => {
  expect(rowMove(press(key), from, 20)).toBe(to);
});

test('stays at the ends and leaves other keys alone', () => {
  expect(rowMove(press('ArrowUp'), 0, 20)).toBeNull();
  expect(rowMove(press('ArrowDown'), 19, 20)).toBeNull();
  expect(rowMove(press('Enter'), 3, 20)).toBeNull();
  expect(rowMove(press('toString'), 3, 20)).toBeNull();
  expect(rowMove(press('ArrowDown', { ctrlKey: true }), 3, 20)).toBeNull();
});
