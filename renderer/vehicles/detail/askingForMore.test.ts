import { expect, test } from 'vitest';
import { askingForMore } from './useAskForMore.ts';

const CAR = { vin: null, make: 'TESLA', asked: ['read_odometer'], permissions: ['read_vin'] };

test('what was asked for or given is asked for again, and the owner is asked in any case', () => {
  expect(askingForMore(CAR)).toEqual({
    vehicle: { kind: 'make', make: 'TESLA', single: true },
    forcePrompt: true,
    permissions: [
      { permission: 'read_vin', required: false },
      { permission: 'read_odometer', required: false },
    ],
  });
});

test('a known VIN names the car', () => {
  expect(askingForMore({ ...CAR, vin: '5YJ3E1EA7KF317000' }).vehicle).toEqual({
    kind: 'vin',
    vin: '5YJ3E1EA7KF317000',
  });
});

test('what was found missing is asked for besides', () => {
  const { permissions } = askingForMore(CAR, ['read_location', 'read_vin']);
  expect(permissions?.map(({ permission }) => permission).toSorted()).toEqual([
    'read_location',
    'read_odometer',
    'read_vin',
  ]);
});

test('where nothing is known of the permissions, the choices stay as they were', () => {
  const unknown = { vin: null, make: null, asked: null, permissions: null };
  const options = askingForMore(unknown, ['read_location']);
  expect(options).toEqual({ vehicle: { kind: 'any', single: true }, forcePrompt: true });
});
