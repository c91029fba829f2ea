import { afterEach, expect, test } from 'vitest';
import { locale, perLocale, pickLocale, setLocaleFor } from './locale.ts';

test.each([
  [['en-GB', 'de'], 'en-GB'],
  [['de-DE', 'en-AU'], 'en-AU'],
  [['de-DE', 'fr'], 'en'],
  [['enm'], 'en'],
  [[], 'en'],
])('%o gives %s', (preferred, locale) => {
  expect(pickLocale(preferred, 'en')).toBe(locale);
});

afterEach(() => setLocaleFor('en'));

test('a formatter is made once for each locale, when somebody needs it', () => {
  const made: string[] = [];
  const format = perLocale((tag) => made.push(tag));
  expect(made).toEqual([]);
  format();
  format();
  setLocaleFor('de');
  format();
  expect(made).toHaveLength(2);
  expect(locale()).toBe(made[1]);
  expect(made[1]).toMatch(/^de/);
});
