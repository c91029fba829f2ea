import { expect, test } from 'vitest';
import { callsNow } from './callsNow.ts';

const at = '2026-11-24T10:00:00.000Z';
const bucket = {
  at,
  capacity: 120,
  refillPerMinute: 2,
  calls: 80,
  nextAt: null,
  throttled: false,
};
const minutesLater = (minutes: number) => Date.parse(at) + minutes * 60_000;

test('the bucket fills up while nobody tells of it, and no further than to its brim', () => {
  expect(callsNow(bucket, minutesLater(0))).toBe(80);
  expect(callsNow(bucket, minutesLater(0.9))).toBe(81);
  expect(callsNow(bucket, minutesLater(10))).toBe(100);
  expect(callsNow(bucket, minutesLater(500))).toBe(120);
});

test('a clock that was set back takes nothing away', () => {
  expect(callsNow(bucket, minutesLater(-60))).toBe(80);
});

test('what Smartcar refuses cannot be called, however full the bucket', () => {
  const nextAt = new Date(minutesLater(5)).toISOString();
  const throttled = { ...bucket, nextAt, throttled: true };
  expect(callsNow(throttled, minutesLater(4))).toBe(0);
  expect(callsNow(throttled, minutesLater(5))).toBe(90);
});
