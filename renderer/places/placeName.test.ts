import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import de from '../locales/de.json';
import en from '../locales/en.json';
import { createCities } from './cities.ts';
import { placeName } from './placeName.ts';

const cities = createCities({
  names: ['Dallas'],
  countries: ['US'],
  states: ['TX'],
  latitudes: [32.783],
  longitudes: [-96.807],
});
const position = { latitude: 32.81, longitude: -96.78 };

beforeAll(async () => {
  const resources = { en: { translation: en }, de: { translation: de } };
  await i18next.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
});

test('a place that is remembered follows the language', () => {
  expect(placeName(i18next.getFixedT('en'), cities, position)).toMatch(/^4\skm NE of Dallas$/);
  expect(placeName(i18next.getFixedT('de'), cities, position)).toMatch(
    /^4\skm nordöstlich von Dallas$/,
  );
});
