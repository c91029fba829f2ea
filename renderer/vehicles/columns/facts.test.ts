import { expect, test } from 'vitest';
import { callsLeft, grantedOf } from './facts.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

test('the calls of another month do not count', () => {
  const calls = { month: '2026-11', count: 40 };
  expect(callsLeft({ calls }, 100, NOW)).toBe(60);
  expect(callsLeft({ calls }, 30, NOW)).toBe(0);
  expect(callsLeft({ calls: { month: '2026-10', count: 40 } }, 100, NOW)).toBe(100);
  expect(callsLeft({ calls }, null, NOW)).toBeNull();
});

test('given permissions are counted among those that were asked for', () => {
  const permissions = ['read_vin', 'read_odometer', 'read_location'];
  expect(grantedOf({ permissions, asked: ['read_vin', 'read_fuel'] })).toEqual({
    granted: 1,
    asked: 2,
  });
  expect(grantedOf({ permissions, asked: null })).toEqual({ granted: 3, asked: null });
  expect(grantedOf({ permissions: null, asked: null })).toBeNull();
});
