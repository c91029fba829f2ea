import { afterEach, expect, test } from 'vitest';
import {
  formatDegrees,
  formatDistance,
  formatFraction,
  formatPressure,
  formatVolume,
  unitSign,
} from './amount.ts';
import { setLocaleFor } from './locale.ts';
import { roundedInShown, setUnits } from './units.ts';

const METRIC = { distance: 'km', volume: 'l', pressure: 'bar' } as const;

afterEach(() => {
  setUnits(METRIC);
  setLocaleFor('en');
});

test('the unit stands apart, with a space that does not break', () => {
  expect(formatDistance(45_120.4)).toEqual({ value: '45,120', unit: '\u00a0km' });
  expect(formatVolume(16.25)).toEqual({ value: '16.3', unit: '\u00a0L' });
  expect(formatPressure(219.3)).toEqual({ value: '2.2', unit: '\u00a0bar' });
});

test('amounts are shown in the units that are chosen', () => {
  setUnits({ distance: 'mi', volume: 'gal', pressure: 'psi' });
  expect(formatDistance(160.9344)).toEqual({ value: '100', unit: '\u00a0mi' });
  expect(formatVolume(37.854_117_84)).toEqual({ value: '10', unit: '\u00a0gal' });
  expect(formatPressure(241.3)).toEqual({ value: '35', unit: '\u00a0psi' });
  expect(unitSign('distance')).toBe('mi');
  setUnits({ ...METRIC, pressure: 'kPa' });
  expect(formatPressure(241.3)).toEqual({ value: '241', unit: '\u00a0kPa' });
});

test('files hold the number that is shown, without the marks of a language', () => {
  setLocaleFor('de');
  expect(formatDistance(45_120.4)).toEqual({ value: '45.120', unit: '\u00a0km' });
  expect(formatVolume(1).unit).toBe('\u00a0l');
  expect(roundedInShown('distance', 45_120.4)).toBe(45_120);
  expect(roundedInShown('pressure', 219.3)).toBe(2.2);
});

test('numbers follow the language at once', () => {
  expect(formatFraction(0.5)).toEqual({ value: '50', unit: '%' });
  setLocaleFor('de');
  expect(formatFraction(0.5)).toEqual({ value: '50', unit: '\u00a0%' });
});

test('a fraction becomes whole percent', () => {
  expect(formatFraction(0.643)).toEqual({ value: '64', unit: '%' });
  expect(formatFraction(0)).toEqual({ value: '0', unit: '%' });
});

test('degrees keep their sign and four decimals', () => {
  expect(formatDegrees(-33.86882)).toBe('-33.8688');
  expect(formatDegrees(13)).toBe('13.0000');
});
