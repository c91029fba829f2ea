import { expect, test } from 'vitest';
import { isWord } from './typedWord.ts';

test('the word counts however it is written, and no other one does', () => {
  expect(isWord(' Unlock ', 'unlock')).toBe(true);
  expect(isWord('UNLOCK', 'unlock')).toBe(true);
  expect(isWord('lock', 'unlock')).toBe(false);
  expect(isWord('', 'unlock')).toBe(false);
});
