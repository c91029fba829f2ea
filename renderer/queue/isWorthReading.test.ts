import { expect, test } from 'vitest';
import { isWorthReading } from './isWorthReading.ts';

const now = Date.parse('2026-11-24T12:00:00.000Z');
const vehicle = {
  refreshedAt: '2026-11-24T05:00:00.000Z',
  paused: false,
  access: 'ok',
} as const;

test('what was not read within the rule is worth reading', () => {
  expect(isWorthReading(vehicle, 6, now)).toBe(true);
  expect(isWorthReading(vehicle, 8, now)).toBe(false);
  expect(isWorthReading({ ...vehicle, refreshedAt: null }, 8, now)).toBe(true);
});

test('without a rule, half a day is long', () => {
  expect(isWorthReading(vehicle, null, now)).toBe(false);
  expect(isWorthReading({ ...vehicle, refreshedAt: '2026-11-23T23:00:00Z' }, null, now)).toBe(true);
});

test('what cannot be read is not', () => {
  expect(isWorthReading({ ...vehicle, paused: true }, 6, now)).toBe(false);
  expect(isWorthReading({ ...vehicle, access: 'reconnect' }, 6, now)).toBe(false);
});
