import { describe, expect, test } from 'vitest';
import { applicationFormSchema, defaultRedirectUri } from './application.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const GOOD = {
  clientId: CLIENT_ID,
  clientSecret: '0a1b2c3d-2f61-4a7e-9b1d-5d0f7e6a1c42',
  redirectUri: defaultRedirectUri(CLIENT_ID),
  mode: 'live' as const,
};

function problems(change: Partial<Record<keyof typeof GOOD, string>>) {
  const parsed = applicationFormSchema.safeParse({ ...GOOD, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a good form is taken as it is, without the spaces that copying brings along', () => {
  const form = { ...GOOD, clientId: ` ${CLIENT_ID}\n`, clientSecret: `\t${GOOD.clientSecret} ` };
  expect(applicationFormSchema.parse(form)).toEqual(GOOD);
});

describe('each field says what is wrong with it', () => {
  test.each([
    [{ clientId: '' }, 'clientId: client_id_missing'],
    [{ clientId: 'client_01ABC' }, 'clientId: client_id_is_api_credential'],
    [{ clientId: 'my app' }, 'clientId: client_id_not_uuid'],
    [{ clientSecret: '' }, 'clientSecret: client_secret_missing'],
    [{ clientSecret: 'a b' }, 'clientSecret: client_secret_has_spaces'],
    [{ clientSecret: CLIENT_ID }, 'clientSecret: client_secret_is_client_id'],
    [{ redirectUri: '' }, 'redirectUri: redirect_uri_missing'],
    [{ redirectUri: 'connect' }, 'redirectUri: redirect_uri_not_uri'],
    [{ redirectUri: 'http://192.168.1.4/cb' }, 'redirectUri: redirect_uri_http_not_localhost'],
    [{ redirectUri: 'ftp://x.example/' }, 'redirectUri: redirect_uri_unsupported_scheme'],
    [{ redirectUri: 'https://x.example/#a' }, 'redirectUri: redirect_uri_has_fragment'],
    [
      { redirectUri: defaultRedirectUri('00000000-2f61-4a7e-9b1d-5d0f7e6a1c42') },
      'redirectUri: redirect_uri_other_client_id',
    ],
  ])('%j', (change, problem) => {
    expect(problems(change)).toContain(problem);
  });

  test.each([
    'https://fleet.example/done',
    'http://localhost:53682/callback',
    `sc${CLIENT_ID}://connect/done`,
    'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
  ])('%s is a redirect URI', (redirectUri) => {
    expect(problems({ redirectUri })).toEqual([]);
  });
});
