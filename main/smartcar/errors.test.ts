import { describe, expect, test } from 'vitest';
import type { ReadingProblemReason } from '../../contract/readings.ts';
import { DOCUMENTED_ERRORS } from '../testing/smartcarErrors.ts';
import { problemReason, SmartcarError } from './errors.ts';

/** Whether it may be tried again by itself, and whether only a new consent of the owner helps. */
type Rule = 'retry' | 'reauth' | 'neither';

const RULES: Readonly<Record<string, readonly [ReadingProblemReason, Rule]>> = {
  AUTHENTICATION: ['reconnect', 'reauth'],
  PERMISSION: ['not_granted', 'neither'],
  VALIDATION: ['failed', 'neither'],
  'VALIDATION:PARAMETER': ['failed', 'neither'],
  'RESOURCE_NOT_FOUND:PATH': ['failed', 'neither'],
  'RESOURCE_NOT_FOUND:VERSION': ['failed', 'neither'],
  'RATE_LIMIT:SMARTCAR_API': ['later', 'retry'],
  'RATE_LIMIT:VEHICLE': ['later', 'retry'],
  'BILLING:VEHICLE_LIMIT': ['not_in_plan', 'neither'],
  'BILLING:VEHICLE_REQUEST_LIMIT': ['not_in_plan', 'neither'],
  'BILLING:INVALID_PLAN': ['not_in_plan', 'neither'],
  'BILLING:ACCOUNT_SUSPENDED': ['not_in_plan', 'neither'],
  'COMPATIBILITY:MAKE_NOT_COMPATIBLE': ['car_cannot', 'neither'],
  'COMPATIBILITY:SMARTCAR_NOT_CAPABLE': ['car_cannot', 'neither'],
  'COMPATIBILITY:VEHICLE_NOT_CAPABLE': ['car_cannot', 'neither'],
  'COMPATIBILITY:PLATFORM_NOT_CAPABLE': ['car_cannot', 'neither'],
  'CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE': ['account', 'neither'],
  'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED': ['reconnect', 'reauth'],
  'CONNECTED_SERVICES_ACCOUNT:NO_VEHICLES': ['account', 'neither'],
  'CONNECTED_SERVICES_ACCOUNT:PERMISSION': ['reconnect', 'reauth'],
  'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION': ['account', 'neither'],
  'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING': ['account', 'neither'],
  'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED': ['account', 'neither'],
  'VEHICLE_STATE:ASLEEP': ['car_state', 'neither'],
  'VEHICLE_STATE:CHARGE_FAULT': ['car_state', 'neither'],
  'VEHICLE_STATE:CHARGING_IN_PROGRESS': ['car_state', 'neither'],
  'VEHICLE_STATE:CHARGING_PLUG_CONNECTED': ['car_state', 'neither'],
  'VEHICLE_STATE:CHARGING_PLUG_NOT_CONNECTED': ['car_state', 'neither'],
  'VEHICLE_STATE:DOOR_OPEN': ['car_state', 'neither'],
  'VEHICLE_STATE:HOOD_OPEN': ['car_state', 'neither'],
  'VEHICLE_STATE:TRUNK_OPEN': ['car_state', 'neither'],
  'VEHICLE_STATE:FULLY_CHARGED': ['car_state', 'neither'],
  'VEHICLE_STATE:NOT_CHARGING': ['car_state', 'neither'],
  'VEHICLE_STATE:IGNITION_ON': ['car_state', 'neither'],
  'VEHICLE_STATE:IN_MOTION': ['car_state', 'neither'],
  'VEHICLE_STATE:LOW_BATTERY': ['car_state', 'neither'],
  'VEHICLE_STATE:REMOTE_ACCESS_DISABLED': ['car_state', 'neither'],
  'VEHICLE_STATE:UNREACHABLE': ['car_state', 'neither'],
  'VEHICLE_STATE:VEHICLE_OFFLINE_FOR_SERVICE': ['car_state', 'neither'],
  'VEHICLE_STATE:UNKNOWN': ['car_state', 'retry'],
  'UPSTREAM:INVALID_DATA': ['failed', 'retry'],
  'UPSTREAM:KNOWN_ISSUE': ['failed', 'retry'],
  'UPSTREAM:NO_RESPONSE': ['failed', 'retry'],
  'UPSTREAM:RATE_LIMIT': ['later', 'neither'],
  'UPSTREAM:UNKNOWN_ISSUE': ['failed', 'retry'],
  'SERVER:INTERNAL': ['failed', 'retry'],
  'SERVER:RECORD_NOT_FOUND': ['failed', 'neither'],
  'SERVER:MULTIPLE_RECORDS_FOUND': ['failed', 'neither'],
};

describe('errors that Smartcar documents', () => {
  test('each has a rule, and nothing else does', () => {
    expect(DOCUMENTED_ERRORS).toHaveLength(48);
    expect(Object.keys(RULES).sort()).toEqual(DOCUMENTED_ERRORS.map(({ name }) => name).sort());
  });

  test.each(DOCUMENTED_ERRORS)('$name', ({ name, type, code, status }) => {
    const error = new SmartcarError({ type, code, status });
    const { retryable, reauth, qualifiedCode } = error;
    const rule: Rule = reauth ? 'reauth' : retryable ? 'retry' : 'neither';
    expect(retryable && reauth).toBe(false);
    expect([problemReason(error), rule]).toEqual(RULES[name]);
    expect(qualifiedCode).toBe(name);
  });
});

test.each([
  ['NETWORK', 'offline'],
  ['UNREADABLE', 'failed'],
])('%s is %s, may pass, and has no code to show', (type, reason) => {
  const error = new SmartcarError({ type, code: 'X' });
  expect(problemReason(error)).toBe(reason);
  expect(error).toMatchObject({ retryable: true, reauth: false, qualifiedCode: null });
});

test('a type that is not documented yet asks for nothing', () => {
  const error = new SmartcarError({ type: 'NEWS', code: 'X' });
  expect(problemReason(error)).toBe('failed');
  expect(error).toMatchObject({ retryable: false, reauth: false, qualifiedCode: 'NEWS:X' });
});
