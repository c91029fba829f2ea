import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { setUnits } from '../../../format/units.ts';
import { numberTest } from './numberTest.ts';
import { parseQuery } from './parseQuery.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether a vehicle with this number meets the one term of a search. */
function meets(search: string, actual: number): boolean {
  const [condition] = parseQuery(search).conditions;
  if (condition?.kind !== 'number') throw new Error(`no number term: ${search}`);
  return numberTest(condition)(actual);
}

test.each([
  ['soc<20', 0.19, true],
  ['soc<20', 0.196, false],
  ['soc<=57', 0.574, true],
  ['soc>57', 0.574, false],
  ['soc=57', 0.568, true],
  ['soc<57.5', 0.574, true],
  ['fuel>=0.29', 0.29, true],
  ['range<=300', 300.4, true],
  ['range=300', 299.6, true],
  ['range<100mi', 160.9, true],
  ['range<100mi', 161, false],
  ['range=100mi', 161.2, true],
  ['year:2021', 2021, true],
  ['calls>10', 10, false],
  ['age>2d', 2 * DAY, false],
  ['age>2d', 2 * DAY + 1, true],
  ['age:2d', 2 * DAY + 23 * HOUR, true],
  ['age:2d', 3 * DAY, false],
  ['age:2d', 2 * DAY - 1, false],
  ['age:36h', 36.5 * HOUR, true],
  ['age:1w', 13 * DAY, true],
])('%s of %d: %s', (search, actual, answer) => {
  expect(meets(search, actual)).toBe(answer);
});

test('the two searches that a cell offers divide all vehicles, and its own is in the first', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fraction, fraction, (own, other) => {
      const shown = Math.round(own * 100);
      expect(meets(`soc<=${shown}`, own)).toBe(true);
      expect(meets(`soc<=${shown}`, other)).toBe(!meets(`soc>${shown}`, other));
    }),
  );
});

const METRIC = { distance: 'km', volume: 'l', pressure: 'bar' } as const;
afterEach(() => setUnits(METRIC));

test.each([
  ['range<=100', 160.9, true],
  ['range<=100', 161.5, true],
  ['range<=100', 161.8, false],
  ['range=100', 160.2, true],
  ['odometer>621', 1000, false],
  ['odometer>621', 1001, true],
  ['range<100km', 99.9, true],
  ['range<100km', 100, false],
])('where miles are shown, %s of %d km: %s', (search, km, answer) => {
  setUnits({ ...METRIC, distance: 'mi' });
  expect(meets(search, km)).toBe(answer);
});
