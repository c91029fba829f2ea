import { describe, expect, test } from 'vitest';
import { nextMonth } from '../../contract/month.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { holdFor, isPersonsToLift, verdictOfAnswer, verdictOfError } from './verdict.ts';

const NOW = Date.parse('2026-12-31T23:30:00Z');
const MINUTE = 60_000;

function error(qualified: string, retryAfter: number | null = null) {
  const [type = '', code = null] = qualified.split(':');
  return new SmartcarError({ type, code, retryAfter });
}

function failed(...errors: readonly SmartcarError[]) {
  const [odometer, fuel] = errors.map((each) => ({ ok: false, error: each }) as const);
  return { identity: {}, readings: { ...(odometer && { odometer }), ...(fuel && { fuel }) } };
}

const GOOD = {
  ok: true,
  value: { distanceKm: 1 },
  measuredAt: null,
  fetchedAt: new Date(NOW),
} as const;

describe('a refusal of a whole read', () => {
  test.each([
    ['RATE_LIMIT:VEHICLE', 120, 'vehicle_limit', 2 * MINUTE],
    ['RATE_LIMIT:VEHICLE', 600, 'vehicle_limit', 10 * MINUTE],
    ['RATE_LIMIT:VEHICLE', null, 'vehicle_limit', 2 * MINUTE],
    ['UPSTREAM:RATE_LIMIT', null, 'maker_limit', 30 * MINUTE],
    ['BILLING:VEHICLE_REQUEST_LIMIT', null, 'month', 30 * MINUTE],
    ['BILLING:ACCOUNT_SUSPENDED', null, 'plan', 24 * 60 * MINUTE],
    ['VEHICLE_STATE:ASLEEP', null, 'car_state', 60 * MINUTE],
  ])('%s, retry-after %s, is a hold for %s', (code, retryAfter, cause, wait) => {
    expect(verdictOfError(error(code, retryAfter), NOW)).toMatchObject({
      kind: 'hold',
      cause,
      until: NOW + wait,
    });
  });

  test.each([
    ['NETWORK', 'offline'],
    ['RATE_LIMIT:SMARTCAR_API', 'throttled'],
    ['UPSTREAM:NO_RESPONSE', 'fault'],
    ['SERVER:INTERNAL', 'fault'],
    ['UNREADABLE', 'fault'],
    ['VEHICLE_STATE:UNKNOWN', 'fault'],
    ['SERVER:RECORD_NOT_FOUND', 'done'],
    ['CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE', 'done'],
  ])('%s is %s', (code, kind) => {
    expect(verdictOfError(error(code), NOW).kind).toBe(kind);
  });
});

describe('an answer', () => {
  test('with a good value is done, whatever else failed', () => {
    const fuel = { ok: false, error: error('UPSTREAM:NO_RESPONSE') } as const;
    const answer = { identity: {}, readings: { odometer: GOOD, fuel } };
    expect(verdictOfAnswer(answer, NOW).kind).toBe('done');
  });

  test('in which one value met a limit is held by the longest one', () => {
    const answer = failed(error('RATE_LIMIT:VEHICLE', 60), error('BILLING:INVALID_PLAN'));
    expect(verdictOfAnswer(answer, NOW)).toMatchObject({ cause: 'plan', code: 'INVALID_PLAN' });
  });

  test('in which everything failed for servers is worth another try', () => {
    const answer = failed(error('UPSTREAM:NO_RESPONSE'), error('SERVER:INTERNAL'));
    expect(verdictOfAnswer(answer, NOW).kind).toBe('fault');
  });

  test('that the car cannot or may not give is done: asking again brings nothing', () => {
    const answer = failed(error('COMPATIBILITY:VEHICLE_NOT_CAPABLE'), error('PERMISSION'));
    expect(verdictOfAnswer(answer, NOW).kind).toBe('done');
  });
});

test('a person lifts what may have been mended, never what Smartcar set a time for', () => {
  const lifts = (code: string) =>
    isPersonsToLift({ hold: holdFor(verdictOfError(error(code), NOW)) });
  expect(lifts('VEHICLE_STATE:ASLEEP')).toBe(true);
  expect(lifts('RATE_LIMIT:VEHICLE')).toBe(false);
  expect(lifts('UPSTREAM:RATE_LIMIT')).toBe(false);
  expect(lifts('BILLING:VEHICLE_REQUEST_LIMIT')).toBe(false);
  expect(lifts('BILLING:ACCOUNT_SUSPENDED')).toBe(true);
});

test('the next month begins in the next year after December', () => {
  expect(new Date(nextMonth(NOW)).toISOString()).toBe('2027-01-01T00:00:00.000Z');
});
