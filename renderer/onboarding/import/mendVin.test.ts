import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, vinProblem } from '../../../contract/vin.ts';
import { mendVin } from './mendVin.ts';

const RIGHT = '1HGCM82633A004352';

test.each([
  [RIGHT, RIGHT, null],
  [` ${RIGHT.toLowerCase()} `, RIGHT, null],
  ['1HG CM826 33A-004352', RIGHT, 'signs'],
  [`="${RIGHT}"`, RIGHT, 'signs'],
  [`'${RIGHT}`, RIGHT, 'signs'],
  ['IHGCM82633AOO4352', RIGHT, 'letters'],
  ['1HGCM82633AQ04352', RIGHT, 'letters'],
  // The figure that looks like it makes no VIN either.
  ['IHGCM82633A004353', 'IHGCM82633A004353', null],
  ['', '', null],
])('%j is read as %s', (cell, vin, mended) => {
  expect(mendVin(cell)).toEqual({ vin, mended });
});

test('a VIN with signs in it is that VIN, and what is mended is one', () => {
  const characters = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789');
  const vins = fc.array(characters, { minLength: 17, maxLength: 17 }).map((parts) => {
    const draft = parts.join('');
    return draft.slice(0, 8) + checkDigitOf(draft) + draft.slice(9);
  });
  fc.assert(
    fc.property(vins, fc.nat({ max: 16 }), fc.constantFrom(' ', '-', '.'), (vin, at, sign) => {
      expect(vinProblem(vin)).toBeNull();
      expect(mendVin(vin.slice(0, at) + sign + vin.slice(at)).vin).toBe(vin);
      const misread = vin.replaceAll('0', 'O').replaceAll('1', 'I');
      expect(mendVin(misread).vin).toBe(vin);
    }),
  );
});
