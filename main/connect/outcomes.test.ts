import { expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { readCallback } from './callback.ts';
import { callbackOutcome } from './outcomes.ts';

function outcomeOf(query: string) {
  const expected = {
    redirectUri: 'scid://connect',
    state: new Secret('s'),
    answer: 'code',
  } as const;
  const callback = readCallback(`scid://connect?state=s&${query}`, expected);
  switch (callback.kind) {
    case 'not_ours':
    case 'code':
    case 'vehicle':
      throw new Error(callback.kind);
    default:
      return callbackOutcome(callback);
  }
}

test.each([
  'access_denied',
  'invalid_subscription',
  'no_vehicles',
  'server_error',
  'user_manually_returned_to_application',
  'user_cancelled',
])('%s is its own outcome', (error) => {
  expect(outcomeOf(`error=${error}&error_description=x`)).toEqual({ kind: error });
});

test('vehicle_incompatible tells which car', () => {
  expect(outcomeOf('error=vehicle_incompatible&vin=V&make=AUDI&year=2019')).toEqual({
    kind: 'vehicle_incompatible',
    vehicle: { vin: 'V', make: 'AUDI', model: null, year: '2019' },
    failing: null,
  });
});

test('configuration_error tells what Smartcar said', () => {
  expect(outcomeOf('error=configuration_error&status_code=400&error_message=bad')).toEqual({
    kind: 'configuration_error',
    statusCode: '400',
    message: 'bad',
  });
});

test('what a screen cannot show, or what turns its text around, is left out', () => {
  const text = encodeURIComponent('a\u0000b\u202ec\u200bd\n');
  expect(outcomeOf(`error=configuration_error&error_message=${text}`)).toMatchObject({
    message: 'abcd',
  });
});

test('an error that nobody knows is named, cut to what a screen can bear', () => {
  expect(outcomeOf('error=brand_new')).toEqual({ kind: 'other_error', error: 'brand_new' });
  const outcome = outcomeOf(`error=${'x'.repeat(5000)}`);
  expect(outcome.kind === 'other_error' && outcome.error.length).toBe(200);
});
