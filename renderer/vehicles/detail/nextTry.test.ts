import { expect, test } from 'vitest';
import { nextTry } from './nextTry.ts';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const read = {
  access: 'ok',
  paused: false,
  hold: null,
  refreshedAt: '2026-11-20T09:00:00.000Z',
} as const;

test('the rule gives the next turn, and none that is over already', () => {
  expect(nextTry(read, 12, NOW)).toEqual({ at: '2026-11-20T21:00:00.000Z', isHeld: false });
  expect(nextTry(read, 2, NOW)).toBeNull();
  expect(nextTry(read, null, NOW)).toBeNull();
});

test('a hold decides while it lasts', () => {
  const until = '2026-11-20T15:30:00.000Z';
  const held = { ...read, hold: { until, cause: 'vehicle_limit' } } as const;
  expect(nextTry(held, 12, NOW)).toEqual({ at: until, isHeld: true });
  expect(nextTry(held, 12, Date.parse(until))?.isHeld).toBe(false);
});

test('a vehicle that is not asked has no next try', () => {
  expect(nextTry({ ...read, paused: true }, 12, NOW)).toBeNull();
  expect(nextTry({ ...read, access: 'reconnect' }, 12, NOW)).toBeNull();
});
