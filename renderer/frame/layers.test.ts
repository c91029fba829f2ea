import { expect, test } from 'vitest';
import { withLayer } from './layers.ts';

test('a dialog is put on top of what is open', () => {
  expect(withLayer([], 'connect')).toEqual(['connect']);
  expect(withLayer(['connect'], 'eligibility')).toEqual(['connect', 'eligibility']);
});

test('a dialog that is open below comes up again', () => {
  expect(withLayer(['connect', 'eligibility'], 'connect')).toEqual(['connect']);
  expect(withLayer(['connect'], 'connect')).toEqual(['connect']);
});
