import { expect, test } from 'vitest';
import { formatDegrees, formatFraction, formatKm, formatKpa, formatLitres } from './amount.ts';

test('the unit stands apart, with a space that does not break', () => {
  expect(formatKm(45_120.4)).toEqual({ value: '45,120', unit: '\u00a0km' });
  expect(formatLitres(16.25)).toEqual({ value: '16.3', unit: '\u00a0L' });
  expect(formatKpa(219.3, 'kPa')).toEqual({ value: '219', unit: '\u00a0kPa' });
});

test('a fraction becomes whole percent', () => {
  expect(formatFraction(0.643)).toEqual({ value: '64', unit: '%' });
  expect(formatFraction(0)).toEqual({ value: '0', unit: '%' });
});

test('degrees keep their sign and four decimals', () => {
  expect(formatDegrees(-33.86882)).toBe('-33.8688');
  expect(formatDegrees(13)).toBe('13.0000');
});
