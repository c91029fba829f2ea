import { afterEach, expect, test } from 'vitest';
import { andText, listText } from './list.ts';
import { setLocaleFor } from './locale.ts';

afterEach(() => setLocaleFor('en'));

test.each([
  ['en', 'a, b, c', /^a, b,? and c$/],
  ['de', 'a, b, c', /^a, b und c$/],
])('in %s a list has no "and", a sentence has one', (language, list, sentence) => {
  setLocaleFor(language);
  expect(listText(['a', 'b', 'c'])).toBe(list);
  expect(andText(['a', 'b', 'c'])).toMatch(sentence);
});
