import { expect, test } from 'vitest';
import { tabMove } from './Tabs.tsx';

test('arrows go round, Home and End go to the ends, other keys stay', () => {
  expect(tabMove('ArrowRight', 3, 4)).toBe(0);
  expect(tabMove('ArrowLeft', 0, 4)).toBe(3);
  expect(tabMove('Home', 2, 4)).toBe(0);
  expect(tabMove('End', 0, 4)).toBe(3);
  expect(tabMove('a', 1, 4)).toBeNull();
});
