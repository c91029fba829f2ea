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

test('where nothing is known of the permissions, the choices stay as they were', () => {
  const options = askingForMore({ vin: null, make: null, asked: null, permissions: null });
  expect(options).toEqual({ vehicle: { kind: 'any', single: true }, forcePrompt: true });
});
