import { expect, test } from 'vitest';
import { defaultRedirectUri } from '../../contract/application.ts';
import { looksSwapped } from './swapped.ts';

const ID = '1a2b3c4d-1a2b-4a2b-8a2b-1a2b3c4d5e6f';
const SECRET = '9f8e7d6c-9f8e-4f8e-8f8e-9f8e7d6c5b4a';
const form = (clientId: string, clientSecret: string, redirectUris = '') => ({
  clientId,
  clientSecret,
  redirectUris,
});

test('a client ID in the field of the secret is noticed', () => {
  expect(looksSwapped(form('some-secret', ` ${ID} `))).toBe(true);
});

test('two UUIDs are told apart by the redirect URI', () => {
  expect(looksSwapped(form(SECRET, ID, defaultRedirectUri(ID)))).toBe(true);
  expect(looksSwapped(form(ID, SECRET, defaultRedirectUri(ID)))).toBe(false);
  expect(looksSwapped(form(ID, SECRET, 'https://example.com/callback'))).toBe(false);
  expect(
    looksSwapped(form(SECRET, ID, `https://example.com/callback\n${defaultRedirectUri(ID)}`)),
  ).toBe(true);
});

test('nothing is said while the form is being filled in', () => {
  expect(looksSwapped(form('', ''))).toBe(false);
  expect(looksSwapped(form('', ID))).toBe(false);
  expect(looksSwapped(form(ID, 'sec'))).toBe(false);
});
