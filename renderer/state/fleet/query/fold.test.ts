import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Citroën C3', 'citroen c3'],
  ['ŠKODA', 'skoda'],
  ['Łukasz Øster', 'lukasz oster'],
  ['STRASSE 1', 'strasse 1'],
  ['Straße 1', 'strasse 1'],
  ['ΠΑΣΧΑΛΗΣ', 'πασχαλησ'],
  ['LAND_ROVER', 'land rover'],
  ['5" screen', '5 screen'],
  ['東京', '東京'],
])('%s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('composed and decomposed letters are the same', () => {
  expect(fold('e\u0301')).toBe(fold('\u00e9'));
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
