import { expect, test } from 'vitest';
import { DEFAULT_APPEARANCE } from '../../contract/appearance.ts';
import { appearanceOn } from './appearance.ts';

test.each([
  [['de-AT', 'en-GB'], 'de'],
  [['fr-FR', 'de', 'en'], 'de'],
  [['EN_us.UTF-8'], 'en'],
  [['den'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('a system that prefers %o gets %s', (languages, language) => {
  expect(appearanceOn({ languages, country: '' }, DEFAULT_APPEARANCE).language).toBe(language);
});

test.each([
  ['US', { distance: 'mi', volume: 'gal', pressure: 'psi' }],
  ['GB', { distance: 'mi', volume: 'l', pressure: 'bar' }],
  ['DE', { distance: 'km', volume: 'l', pressure: 'bar' }],
  ['', { distance: 'km', volume: 'l', pressure: 'bar' }],
])('a system in "%s" measures in its own units', (country, units) => {
  expect(appearanceOn({ languages: [], country }, DEFAULT_APPEARANCE).units).toEqual(units);
});

test('what is chosen goes before what the system says, each for itself', () => {
  const choice = { ...DEFAULT_APPEARANCE, language: 'de', pressure: 'kPa' } as const;
  const state = appearanceOn({ languages: ['en-US'], country: 'US' }, choice);
  expect(state.language).toBe('de');
  expect(state.units).toEqual({ distance: 'mi', volume: 'gal', pressure: 'kPa' });
  expect(state.system.language).toBe('en');
});
