import { expect, test } from 'vitest';
import { pickLocale } from './locale.ts';

test.each([
  [['en-GB', 'de'], 'en-GB'],
  [['de-DE', 'en-AU'], 'en-AU'],
  [['de-DE', 'fr'], 'en'],
  [['enm'], 'en'],
  [[], 'en'],
])('%o gives %s', (preferred, locale) => {
  expect(pickLocale(preferred, 'en')).toBe(locale);
});
