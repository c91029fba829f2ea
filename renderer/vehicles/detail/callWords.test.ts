import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { callResult, itemsText } from './callWords.ts';

const ALL_PATHS = [
  '/odometer',
  '/fuel',
  '/battery',
  '/charge',
  '/location',
  '/tires/pressure',
  '/engine/oil',
  '/security',
];

test('a code says more than its status', () => {
  expect(callResult({ status: 429, code: 'RATE_LIMIT:VEHICLE' })).toBe('tooOften');
  expect(callResult({ status: 430, code: 'BILLING:INVALID_PLAN' })).toBe('notInPlan');
  expect(callResult({ status: 409, code: 'VEHICLE_STATE:ASLEEP' })).toBe('carState');
  expect(callResult({ status: 401, code: 'AUTHENTICATION' })).toBe('signIn');
});

test('without a code the status has to do', () => {
  expect(callResult({ status: 200, code: null })).toBe('answered');
  expect(callResult({ status: 500, code: 'SERVER:INTERNAL' })).toBe('refused');
  expect(callResult({ status: null, code: null })).toBe('noAnswer');
});

test('what was asked for is told in words, as far as there are any', () => {
  const t = ((key: string) => key) as TFunction;
  expect(itemsText(t, ['/', '/vin', '/odometer'])).toBe('reading.odometer, log.model, log.vin');
  expect(itemsText(t, [...ALL_PATHS, '/'])).toBe('log.allValues, log.model');
  expect(itemsText(t, ['/new/thing'])).toBe('/new/thing');
});
