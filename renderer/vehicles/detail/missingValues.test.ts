import { expect, test } from 'vitest';
import type { ReadingProblemReason, Readings } from '../../../contract/readings.ts';
import { missingValues } from './missingValues.ts';

function reading(reason: ReadingProblemReason | null) {
  const problem = reason && { reason, code: null, requestId: null, retryAt: null, at: '' };
  return { last: null, problem };
}

const READINGS: Readings = {
  odometer: reading(null),
  fuel: reading('not_granted'),
  battery: reading('car_cannot'),
  charge: reading('offline'),
  location: reading('not_granted'),
  tires: reading(null),
  engineOil: reading(null),
  security: reading(null),
};

const CAR = { access: 'ok', permissions: null, readings: READINGS } as const;

test('only what was not granted can be asked for', () => {
  expect(missingValues(CAR)).toEqual(['fuel', 'location']);
});

test('nobody is asked for the tank of an electric car', () => {
  expect(missingValues({ ...CAR, permissions: ['read_battery'] })).toEqual(['location']);
});

test('a connection that has ended is made again first', () => {
  expect(missingValues({ ...CAR, access: 'reconnect' })).toEqual([]);
});
