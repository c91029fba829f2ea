import { describe, expect, test } from 'vitest';
import { BRANDS, brandOfCode, brandOfWmi, COUNTRIES, REGIONS, regionOfCountry } from './brands.ts';

/** The values that occur more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the table of brands', () => {
  test('names no brand and no manufacturer identifier twice', () => {
    expect(repeated(BRANDS.map(({ code }) => code))).toEqual([]);
    expect(repeated(BRANDS.map(({ name }) => name))).toEqual([]);
    expect(repeated(BRANDS.flatMap(({ wmi }) => wmi))).toEqual([]);
  });

  test('is in the order in which people look for a name', () => {
    const names = BRANDS.map(({ name }) => name);
    const { compare } = new Intl.Collator('en');
    expect(names).toEqual([...names].sort(compare));
  });

  test.each(BRANDS.map((brand) => [brand.name, brand] as const))(
    '%s is complete',
    (_name, brand) => {
      expect(brand.code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(brand.regions.length).toBeGreaterThan(0);
      expect(repeated(brand.regions)).toEqual([]);
      for (const region of brand.regions) expect(REGIONS).toContain(region);
      expect(brand.wmi.length).toBeGreaterThan(0);
      // ISO 3780: three characters of those that a VIN may have.
      for (const wmi of brand.wmi) expect(wmi).toMatch(/^[A-HJ-NPR-Z0-9]{3}$/);
    },
  );

  test('marks those that only phones can connect', () => {
    const phoneOnly = BRANDS.filter((brand) => brand.phoneOnly).map(({ code }) => code);
    expect(phoneOnly).toEqual(['FORD', 'LINCOLN']);
  });
});

describe('a brand is found', () => {
  test.each([
    ['TESLA', 'Tesla'],
    [' mercedes_benz ', 'Mercedes-Benz'],
    ['Land_Rover', 'Land Rover'],
  ])('by its code %j', (code, name) => {
    expect(brandOfCode(code)?.name).toBe(name);
  });

  test.each(['', 'LADA', 'Mercedes-Benz'])('not by %j', (code) => {
    expect(brandOfCode(code)).toBeNull();
  });

  test('by each of its manufacturer identifiers, and by no other', () => {
    for (const brand of BRANDS) {
      for (const wmi of brand.wmi) expect(brandOfWmi(wmi)).toBe(brand);
    }
    expect(brandOfWmi('AAA')).toBeNull();
    expect(brandOfWmi('5yj')).toBeNull();
  });
});

describe('a country', () => {
  test.each([
    ['US', 'US'],
    ['CA', 'CA'],
    ['DE', 'EUROPE'],
    ['GB', 'EUROPE'],
    ['CH', 'EUROPE'],
    ['NO', 'EUROPE'],
    ['BR', null],
    ['de', null],
    ['', null],
  ])('%j is in %s', (country, region) => {
    expect(regionOfCountry(country)).toBe(region);
  });

  test('that Connect may be started in is served, and listed once', () => {
    for (const country of COUNTRIES) {
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(regionOfCountry(country)).not.toBeNull();
    }
    expect(repeated(COUNTRIES)).toEqual([]);
  });
});
