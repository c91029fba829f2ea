import { expect, test } from 'vitest';
import { distanceKm, windTo } from './geo.ts';

const DALLAS = { latitude: 32.783, longitude: -96.807 };
const FORT_WORTH = { latitude: 32.725, longitude: -97.321 };
const SUVA = { latitude: -18.142, longitude: 178.442 };
const APIA = { latitude: -13.833, longitude: -171.767 };

test('distances are those of the great circle, also over the date line', () => {
  expect(distanceKm(DALLAS, FORT_WORTH)).toBeCloseTo(48.5, 0);
  expect(distanceKm(DALLAS, DALLAS)).toBe(0);
  expect(distanceKm(SUVA, APIA)).toBeGreaterThan(1100);
  expect(distanceKm(SUVA, APIA)).toBeLessThan(1200);
});

test.each([
  [DALLAS, FORT_WORTH, 'w'],
  [FORT_WORTH, DALLAS, 'e'],
  [DALLAS, { latitude: 33.783, longitude: -96.807 }, 'n'],
  [DALLAS, { latitude: 31.783, longitude: -96.807 }, 's'],
  [DALLAS, { latitude: 33.2, longitude: -96.3 }, 'ne'],
  [SUVA, APIA, 'ne'],
] as const)('from %o to %o one sets out to the %s', (from, to, wind) => {
  expect(windTo(from, to)).toBe(wind);
});
