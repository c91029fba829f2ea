import { expect, test } from 'vitest';
import { BRANDS } from '../../../contract/brands.ts';
import { brandText, makeOf, plainLetters } from './brandText.ts';

test.each([
  ['Škoda', 'SKODA'],
  ['skoda', 'SKODA'],
  [' citroen ', 'CITROEN'],
  ['Land Rover', 'LAND_ROVER'],
  ['land_rover', 'LAND_ROVER'],
  ['MERCEDES', 'MERCEDES'],
  ['  ', ''],
])('%j is sent as %j', (typed, make) => {
  expect(makeOf(typed)).toBe(make);
});

test('marks and capitals do not matter in a search', () => {
  expect(plainLetters('Škoda Citroën')).toBe('skoda citroen');
});

test('every brand is shown by its name and sent by its code', () => {
  expect(BRANDS.map(({ code }) => makeOf(brandText(code)))).toEqual(BRANDS.map(({ code }) => code));
  expect(brandText('MERCEDES')).toBe('MERCEDES');
});
