import { describe, expect, test } from 'vitest';
import {
  applicationFormSchema,
  backendFormSchema,
  defaultRedirectUri,
  redirectUrisOf,
} from './application.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const GOOD = {
  clientId: CLIENT_ID,
  clientSecret: '0a1b2c3d-2f61-4a7e-9b1d-5d0f7e6a1c42',
  redirectUris: `${defaultRedirectUri(CLIENT_ID)}\nhttp://localhost:53682/callback`,
  mode: 'live' as const,
};
const GOOD_BACKEND = {
  address: 'https://motorpool.fleet.example',
  staffToken: 'mp_0a1B.2c-3_~+/=',
};

interface Parsed {
  readonly error?: {
    readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
  };
}

function problems({ error }: Parsed) {
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const applicationProblems = (change: Partial<Record<keyof typeof GOOD, string>>) =>
  problems(applicationFormSchema.safeParse({ ...GOOD, ...change }));

const backendProblems = (change: Partial<Record<keyof typeof GOOD_BACKEND, string>>) =>
  problems(backendFormSchema.safeParse({ ...GOOD_BACKEND, ...change }));

test('a good form is taken as it is, without the spaces that copying brings along', () => {
  const form = { ...GOOD, clientId: ` ${CLIENT_ID}\n`, clientSecret: `\t${GOOD.clientSecret} ` };
  expect(applicationFormSchema.parse(form)).toEqual(GOOD);
});

test('redirect URIs are one a line, and empty lines and spaces do not count', () => {
  expect(redirectUrisOf(' https://a.example/x \n\n\thttp://localhost:1/y\r\n')).toEqual([
    'https://a.example/x',
    'http://localhost:1/y',
  ]);
});

describe('each field says what is wrong with it', () => {
  test.each([
    [{ clientId: '' }, 'clientId: client_id_missing'],
    [{ clientId: 'client_01ABC' }, 'clientId: client_id_is_api_credential'],
    [{ clientId: 'my app' }, 'clientId: client_id_not_uuid'],
    [{ clientSecret: '' }, 'clientSecret: client_secret_missing'],
    [{ clientSecret: 'a b' }, 'clientSecret: client_secret_has_spaces'],
    [{ clientSecret: CLIENT_ID }, 'clientSecret: client_secret_is_client_id'],
    [{ redirectUris: ' \n ' }, 'redirectUris: redirect_uri_missing'],
    [{ redirectUris: 'connect' }, 'redirectUris: redirect_uri_not_uri'],
    [{ redirectUris: 'http://192.168.1.4/cb' }, 'redirectUris: redirect_uri_http_not_localhost'],
    [{ redirectUris: 'ftp://x.example/' }, 'redirectUris: redirect_uri_unsupported_scheme'],
    [{ redirectUris: 'https://x.example/#a' }, 'redirectUris: redirect_uri_has_fragment'],
    [
      { redirectUris: 'https://x.example/\nhttps://x.example/' },
      'redirectUris: redirect_uri_twice',
    ],
    [
      { redirectUris: `https://x.example/\nconnect\nftp://x.example/` },
      'redirectUris: redirect_uri_not_uri',
    ],
    [
      { redirectUris: defaultRedirectUri('00000000-2f61-4a7e-9b1d-5d0f7e6a1c42') },
      'redirectUris: redirect_uri_other_client_id',
    ],
  ])('%j', (change, problem) => {
    expect(applicationProblems(change)).toContain(problem);
  });

  test.each([
    'https://fleet.example/done',
    'http://localhost:53682/callback',
    `sc${CLIENT_ID}://connect/done`,
    'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
  ])('%s is a redirect URI', (redirectUris) => {
    expect(applicationProblems({ redirectUris })).toEqual([]);
  });
});

describe('the form of a backend', () => {
  test.each([
    'https://motorpool.fleet.example',
    'https://motorpool.fleet.example:8443/',
    'http://localhost:8787',
    'http://127.0.0.1:8787',
    'http://[::1]:8787',
  ])('%s is an address', (address) => {
    expect(backendProblems({ address })).toEqual([]);
  });

  test.each([
    [{ address: '' }, 'address: backend_address_missing'],
    [{ address: 'motorpool.fleet.example' }, 'address: backend_address_not_origin'],
    [{ address: 'https://fleet.example/motorpool' }, 'address: backend_address_not_origin'],
    [{ address: 'https://fleet.example/?a=b' }, 'address: backend_address_not_origin'],
    [{ address: 'https://me@fleet.example' }, 'address: backend_address_not_origin'],
    [{ address: 'http://fleet.example' }, 'address: backend_address_not_https'],
    [{ address: 'http://localhost.fleet.example' }, 'address: backend_address_not_https'],
    [{ address: 'ftp://localhost' }, 'address: backend_address_not_https'],
    [{ staffToken: '' }, 'staffToken: staff_token_missing'],
    [{ staffToken: 'two words' }, 'staffToken: staff_token_characters'],
  ])('%j', (change, problem) => {
    expect(backendProblems(change)).toContain(problem);
  });
});
