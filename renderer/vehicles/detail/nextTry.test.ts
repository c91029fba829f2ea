import { expect, test } from 'vitest';
import { nextTry } from './nextTry.ts';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const read = {
  access: 'ok',
  paused: false,
  hold: null,
  refreshedAt: '2026-11-20T09:00:00.000Z',
} as const;

const every = (hours: number) => ({ kind: 'every', hours }) as const;

test('the rule gives the next turn, and none that is over already', () => {
  expect(nextTry(read, every(12), NOW)).toEqual({ at: '2026-11-20T21:00:00.000Z', by: 'rule' });
  expect(nextTry(read, every(2), NOW)).toBeNull();
  expect(nextTry(read, { kind: 'off' }, NOW)).toBeNull();
});

test('a rule of the night gives the night that comes', () => {
  const rule = { kind: 'night', hours: { from: '22:00', until: '06:00' } } as const;
  const at = new Date(2026, 10, 20, 22).toISOString();
  const noon = new Date(2026, 10, 20, 12).getTime();
  expect(nextTry(read, rule, noon)).toEqual({ at, by: 'night' });
});

test('a hold decides while it lasts', () => {
  const until = '2026-11-20T15:30:00.000Z';
  const held = { ...read, hold: { until, cause: 'vehicle_limit' } } as const;
  expect(nextTry(held, every(12), NOW)).toEqual({ at: until, by: 'hold' });
  expect(nextTry(held, every(12), Date.parse(until))?.by).toBe('rule');
});

test('a vehicle that is not asked has no next try', () => {
  expect(nextTry({ ...read, paused: true }, every(12), NOW)).toBeNull();
  expect(nextTry({ ...read, access: 'reconnect' }, every(12), NOW)).toBeNull();
});
