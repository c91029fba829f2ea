import { expect, test } from 'vitest';
import { problemReason, SmartcarError } from './errors.ts';

test.each([
  ['AUTHENTICATION', null, 'reconnect'],
  ['PERMISSION', null, 'not_granted'],
  ['VALIDATION', 'PARAMETER', 'failed'],
  ['RESOURCE_NOT_FOUND', 'PATH', 'failed'],
  ['RATE_LIMIT', 'SMARTCAR_API', 'later'],
  ['RATE_LIMIT', 'VEHICLE', 'later'],
  ['BILLING', 'VEHICLE_LIMIT', 'not_in_plan'],
  ['COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 'car_cannot'],
  ['CONNECTED_SERVICES_ACCOUNT', 'AUTHENTICATION_FAILED', 'reconnect'],
  ['CONNECTED_SERVICES_ACCOUNT', 'PERMISSION', 'reconnect'],
  ['CONNECTED_SERVICES_ACCOUNT', 'ACCOUNT_ISSUE', 'account'],
  ['VEHICLE_STATE', 'ASLEEP', 'car_state'],
  ['UPSTREAM', 'NO_RESPONSE', 'failed'],
  ['UPSTREAM', 'RATE_LIMIT', 'later'],
  ['SERVER', 'INTERNAL', 'failed'],
  ['NETWORK', null, 'offline'],
  ['UNREADABLE', null, 'failed'],
])('%s:%s is %s', (type, code, reason) => {
  expect(problemReason(new SmartcarError({ type, code }))).toBe(reason);
});

test('only Smartcar’s own answers have a code to show', () => {
  const code = (type: string) => new SmartcarError({ type, code: 'X' }).qualifiedCode;
  expect(code('UPSTREAM')).toBe('UPSTREAM:X');
  expect([code('NETWORK'), code('UNREADABLE')]).toEqual([null, null]);
});
