import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quietUntil } from './quietHours.ts';

const HOUR = 3_600_000;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const NIGHT = { on: true, from: '22:00', until: '06:00', days: EVERY_DAY };

/** A zone whose clocks are changed: forward on 29 March 2026 at 2:00, back on 25 October at 3:00. */
const before = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Europe/Zurich';
});
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

const at = (text: string) => new Date(text).getTime();

test('over midnight, from the first minute to the last', () => {
  const end = at('2026-11-26T06:00');
  expect(quietUntil(NIGHT, at('2026-11-25T21:59'))).toBeNull();
  expect(quietUntil(NIGHT, at('2026-11-25T22:00'))).toBe(end);
  expect(quietUntil(NIGHT, at('2026-11-26T00:30'))).toBe(end);
  expect(quietUntil(NIGHT, at('2026-11-26T05:59'))).toBe(end);
  expect(quietUntil(NIGHT, end)).toBeNull();
  expect(quietUntil({ ...NIGHT, on: false }, at('2026-11-26T00:30'))).toBeNull();
});

test('within one day', () => {
  const noon = { ...NIGHT, from: '12:00', until: '13:00' };
  expect(quietUntil(noon, at('2026-11-25T12:30'))).toBe(at('2026-11-25T13:00'));
  expect(quietUntil(noon, at('2026-11-25T13:00'))).toBeNull();
  expect(quietUntil({ ...noon, until: '12:00' }, at('2026-11-25T11:00'))).toBe(
    at('2026-11-25T12:00'),
  );
});

test('a night belongs to the day on which it begins', () => {
  const friday = { ...NIGHT, days: [5] };
  expect(quietUntil(friday, at('2026-11-27T23:00'))).toBe(at('2026-11-28T06:00'));
  expect(quietUntil(friday, at('2026-11-28T05:00'))).toBe(at('2026-11-28T06:00'));
  expect(quietUntil(friday, at('2026-11-28T23:00'))).toBeNull();
  expect(quietUntil(friday, at('2026-11-27T05:00'))).toBeNull();
});

test('ends when the clock on the wall says so, also in nights of 7 and 9 hours', () => {
  const spring = at('2026-03-28T22:00');
  expect(quietUntil(NIGHT, spring)).toBe(spring + 7 * HOUR);
  const autumn = at('2026-10-24T22:00');
  expect(quietUntil(NIGHT, autumn)).toBe(autumn + 9 * HOUR);
  expect(quietUntil(NIGHT, autumn + 9 * HOUR)).toBeNull();
});

test('at any moment of any night, the end lies ahead, within a day, and is not quiet itself', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
  const moment = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-31T00:00') });
  fc.assert(
    fc.property(
      time,
      time,
      fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
      moment,
      (from, until, days, now) => {
        const quiet = { on: true, from, until, days };
        const end = quietUntil(quiet, now);
        if (end === null) return;
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(25 * HOUR);
        if (from !== until) expect(quietUntil(quiet, end)).toBeNull();
      },
    ),
  );
});
