import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigitOf, decodeVin, normaliseVin, vinProblem } from './vin.ts';

const THIS_YEAR = 2026;
const LETTERS_AND_DIGITS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const NORTH_AMERICAN = '123457';

const charactersOf = (text: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...text), minLength: length, maxLength: length });

/** Any 17 characters that a VIN may have. */
const legal = charactersOf(LETTERS_AND_DIGITS, 17);

const withCheckDigit = (vin: string) => vin.slice(0, 8) + checkDigitOf(vin) + vin.slice(9);

/** A North American VIN whose check digit is right. */
const northAmerican = fc
  .tuple(charactersOf(NORTH_AMERICAN, 1), charactersOf(LETTERS_AND_DIGITS, 16))
  .map(([first, rest]) => withCheckDigit(first + rest));

describe('VINs that are published as examples', () => {
  test.each([
    ['1M8GDM9AXKP042788', 'X'],
    ['11111111111111111', '1'],
    ['5GZCZ43D13S812715', '1'],
    ['1HGCM82633A004352', '3'],
    ['5YJSA1DG9DFP14705', '9'],
    ['1G1ND52F14M587843', '1'],
    ['1J4FA29P4YP728937', '4'],
    ['1GNEK13ZX3R298984', 'X'],
    ['JHMCM56557C404453', '5'],
    ['JH4KA7561PC008269', '1'],
  ])('%s has the check digit %s', (vin, digit) => {
    expect(checkDigitOf(vin)).toBe(digit);
    expect(vinProblem(vin)).toBeNull();
    expect(decodeVin(vin, THIS_YEAR)?.checkDigit).toBe('right');
  });

  test.each([
    ['1HGCM82633A004352', 'HONDA', 2003],
    ['5YJSA1DG9DFP14705', 'TESLA', 2013],
    ['1G1ND52F14M587843', 'CHEVROLET', 2004],
    ['1J4FA29P4YP728937', 'JEEP', 2000],
    ['3VWFE21C04M000001', 'VOLKSWAGEN', 2004],
    // The letter P also stood for 1993: of two cars the younger one is taken to be connected.
    ['JH4KA7561PC008269', 'ACURA', 2023],
  ])('%s is a %s of %i', (vin, brand, year) => {
    expect(decodeVin(vin, THIS_YEAR)).toMatchObject({ brand: { code: brand }, year });
  });

  test('a European one needs no check digit', () => {
    expect(vinProblem('WP0ZZZ99ZTS392124')).toBeNull();
    expect(decodeVin('WP0ZZZ99ZTS392124', THIS_YEAR)).toMatchObject({
      brand: { code: 'PORSCHE' },
      checkDigit: 'not_used',
    });
  });
});

describe('a mistyped VIN', () => {
  test.each([
    ['', 'vin_length'],
    ['1HGCM82633A00435', 'vin_length'],
    ['1HGCM82633A0043522', 'vin_length'],
    ['1HGCM82633AO04352', 'vin_characters'],
    ['1HGCM82633A0043I2', 'vin_characters'],
    ['1HGCM82633A0Q4352', 'vin_characters'],
    ['1HGCM82633A00435é', 'vin_characters'],
    ['1HGCM82643A004352', 'vin_check_digit'],
  ] as const)('%s: %s', (vin, problem) => {
    expect(vinProblem(vin)).toBe(problem);
    expect(decodeVin(vin, THIS_YEAR)?.checkDigit).toBe(
      problem === 'vin_check_digit' ? 'wrong' : undefined,
    );
  });

  test('one wrong character is found, or is one that the check digit cannot tell', () => {
    const place = fc.integer({ min: 0, max: 16 }).filter((index) => index !== 8);
    fc.assert(
      fc.property(
        northAmerican,
        place,
        charactersOf(LETTERS_AND_DIGITS, 1),
        (vin, index, other) => {
          const mistyped = vin.slice(0, index) + other + vin.slice(index + 1);
          const sameDigit = checkDigitOf(mistyped) === checkDigitOf(vin);
          const isNorthAmerican = NORTH_AMERICAN.includes(mistyped[0] ?? '');
          expect(vinProblem(mistyped)).toBe(
            sameDigit || !isNorthAmerican ? null : 'vin_check_digit',
          );
        },
      ),
    );
  });

  test('one wrong digit is always found', () => {
    const place = fc.integer({ min: 1, max: 16 }).filter((index) => index !== 8);
    fc.assert(
      fc.property(northAmerican, place, charactersOf('0123456789', 1), (vin, index, digit) => {
        fc.pre(/\d/.test(vin[index] ?? '') && vin[index] !== digit);
        const mistyped = vin.slice(0, index) + digit + vin.slice(index + 1);
        expect(vinProblem(mistyped)).toBe('vin_check_digit');
      }),
    );
  });
});

describe('any text', () => {
  test('is decoded exactly where it has the form of a VIN, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(legal, fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
        const problem = vinProblem(text);
        const isVin = problem === null || problem === 'vin_check_digit';
        expect(decodeVin(text, THIS_YEAR) !== null).toBe(isVin);
        expect(isVin).toBe(/^[A-HJ-NPR-Z0-9]{17}$/.test(text));
      }),
    );
  });

  test('is the same VIN in small letters, with spaces and hyphens', () => {
    const gap = fc.constantFrom('', ' ', '-', '\t', '\u00a0', '\n');
    fc.assert(
      fc.property(legal, fc.array(gap, { minLength: 17, maxLength: 17 }), (vin, gaps) => {
        const typed = [...vin.toLowerCase()].map((letter, index) => letter + gaps[index]).join('');
        expect(normaliseVin(typed)).toBe(vin);
      }),
    );
  });
});

describe('the model year', () => {
  const ofTenth = (character: string, thisYear: number) =>
    decodeVin(`WP0ZZZ99Z${character}S392124`, thisYear)?.year;

  test.each([
    ['A', 2026, 2010],
    ['Y', 2026, 2000],
    ['1', 2026, 2001],
    ['9', 2026, 2009],
    ['T', 2026, 2026],
    ['V', 2026, 2027],
    ['W', 2026, 1998],
    ['W', 2027, 2028],
    ['A', 2038, 2010],
    ['A', 2039, 2040],
  ])('%s read in %i is %i', (character, thisYear, year) => {
    expect(ofTenth(character, thisYear)).toBe(year);
  });

  test.each(['0', 'U', 'Z'])('%s says none', (character) => {
    expect(ofTenth(character, THIS_YEAR)).toBeNull();
  });

  test('is the newest that may be on sale, and comes back every 30 years', () => {
    const character = charactersOf('ABCDEFGHJKLMNPRSTVWXY123456789', 1);
    fc.assert(
      fc.property(character, fc.integer({ min: 2009, max: 2200 }), (tenth, thisYear) => {
        const year = ofTenth(tenth, thisYear) ?? 0;
        expect(year).toBeLessThanOrEqual(thisYear + 1);
        expect(year).toBeGreaterThan(thisYear + 1 - 30);
        expect(ofTenth(tenth, thisYear + 30)).toBe(year + 30);
      }),
    );
  });
});
