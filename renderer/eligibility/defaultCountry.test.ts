import { expect, test } from 'vitest';
import { defaultCountry } from './defaultCountry.ts';

test.each([
  [['de-AT', 'en-US'], 'AT'],
  [['de', 'en-GB'], 'GB'],
  [['pt-BR', 'fr-CA'], 'CA'],
  [['ja-JP', 'en'], 'US'],
  [[], 'US'],
])('%j: %s', (languages, country) => {
  expect(defaultCountry(languages)).toBe(country);
});
