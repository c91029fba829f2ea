import { expect, test } from 'vitest';
import { phasesOf, placeOf } from './phases.ts';
import { CONNECT, OPTIONS, RENEWAL } from './testing/attempts.ts';

test('a car that was asked for by its VIN is checked before anything is stored', () => {
  const options = { ...OPTIONS, vehicle: { kind: 'vin', vin: '5YJYGDEE1MF010037' } as const };
  expect(phasesOf({ kind: 'connect', options })).toEqual([
    'waiting',
    'exchanging',
    'checking_vehicle',
    'saving',
    'reading_vehicles',
  ]);
  expect(phasesOf(CONNECT)).not.toContain('checking_vehicle');
});

test('a renewal brings no new sign-in, so there is nothing to fetch or store', () => {
  expect(phasesOf(RENEWAL)).toEqual(['waiting']);
});

test('only the system browser is no window of ours', () => {
  expect(placeOf('system_browser')).toBe('browser');
  expect(placeOf('https')).toBe('window');
  expect(placeOf('custom_scheme')).toBe('window');
});
