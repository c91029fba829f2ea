import { expect, test } from 'vitest';
import { callResult } from './callWords.ts';

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
