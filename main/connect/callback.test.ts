import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { type ExpectedCallback, readCallback } from './callback.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const STATE = 'q1w2e3r4t5';
const expected: ExpectedCallback = {
  redirectUri: `sc${CLIENT_ID}://connect`,
  state: new Secret(STATE),
  answer: 'code',
};

function read(query: string, base = `sc${CLIENT_ID}://connect`) {
  return readCallback(`${base}?${query}`, expected);
}

describe('which addresses are the redirect URI', () => {
  test.each([
    `sc${CLIENT_ID}://connect`,
    `sc${CLIENT_ID}://connect/`,
    `SC${CLIENT_ID.toUpperCase()}://connect`,
  ])('%s is', (base) => {
    expect(read(`code=c&state=${STATE}`, base).kind).toBe('code');
  });

  test.each([
    `sc${CLIENT_ID}://other`,
    `sc${CLIENT_ID}://connect/deeper`,
    `sc${CLIENT_ID}://user@connect`,
    'sc00000000-0000-4000-8000-000000000000://connect',
    'https://connect',
    'https://evil.example/sc://connect',
    'about:blank',
  ])('%s is not', (base) => {
    expect(read(`code=c&state=${STATE}`, base).kind).toBe('not_ours');
  });

  test('what is no address at all is not', () => {
    expect(readCallback('connect', expected).kind).toBe('not_ours');
  });

  test('a port and a query of the registered URI have to be there', () => {
    const hosted: ExpectedCallback = {
      ...expected,
      redirectUri:
        'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
    };
    const good = `${hosted.redirectUri}&code=c&state=${STATE}`;
    expect(readCallback(good, hosted).kind).toBe('code');
    expect(readCallback(good.replace('fleet.example', 'evil.example'), hosted).kind).toBe(
      'not_ours',
    );
    const loopback = { ...expected, redirectUri: 'http://localhost:53682/callback' };
    const query = `?code=c&state=${STATE}`;
    expect(readCallback(`http://localhost:53682/callback${query}`, loopback).kind).toBe('code');
    expect(readCallback(`http://localhost:53683/callback${query}`, loopback).kind).toBe('not_ours');
  });
});

describe('state', () => {
  test.each([
    ['missing', 'code=c'],
    ['empty', 'code=c&state='],
    ['wrong', 'code=c&state=someone-else'],
    ['longer', `code=c&state=${STATE}x`],
    ['in other letters', `code=c&state=${STATE.toUpperCase()}`],
    ['repeated', `code=c&state=${STATE}&state=${STATE}`],
    ['repeated, once right', `code=c&state=${STATE}&state=x`],
    ['wrong beside an error', 'error=access_denied&state=x'],
  ])('%s is refused', (_name, query) => {
    expect(read(query)).toEqual({ kind: 'wrong_state' });
  });

  test('no other text passes for it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== STATE);
        expect(read(new URLSearchParams({ code: 'c', state: text }).toString()).kind).toBe(
          'wrong_state',
        );
      }),
    );
  });
});

describe('code and error', () => {
  test('a code comes back as a secret', () => {
    const callback = read(`code=abc-123&state=${STATE}`);
    expect(callback.kind === 'code' && callback.code.reveal()).toBe('abc-123');
    expect(JSON.stringify(callback)).not.toContain('abc-123');
  });

  test.each([
    ['neither', ''],
    ['an empty code', 'code=&'],
    ['two codes', 'code=a&code=b&'],
    ['two errors', 'error=a&error=b&'],
  ])('%s cannot be used', (_name, query) => {
    expect(read(`${query}state=${STATE}`)).toEqual({ kind: 'unusable' });
  });

  test('an error is never taken together with a code', () => {
    expect(read(`error=access_denied&code=c&state=${STATE}`).kind).toBe('error');
  });

  test('a success brings what Smartcar tells of owner and car', () => {
    const key = 'https://www.tesla.com/_ak/smartcar.com';
    const query = `code=c&user_id=u&external_id=e&virtual_key_url=${encodeURIComponent(key)}`;
    expect(read(`${query}&state=${STATE}`)).toMatchObject({
      extras: { userId: 'u', externalId: 'e', virtualKeyUrl: key },
    });
    expect(read(`code=c&userId=u&state=${STATE}`)).toMatchObject({
      extras: { userId: 'u', externalId: null, virtualKeyUrl: null },
    });
  });

  test.each(['javascript:alert(1)', 'http://key.example/', 'key', ''])(
    'a virtual key address like %j is left out',
    (address) => {
      const query = `code=c&state=${STATE}&virtual_key_url=${encodeURIComponent(address)}`;
      expect(read(query)).toMatchObject({ extras: { virtualKeyUrl: null } });
    },
  );

  test('after a re-authentication the vehicle’s id counts, and a code does not', () => {
    const again: ExpectedCallback = { ...expected, answer: 'vehicle_id' };
    const base = `${expected.redirectUri}?state=${STATE}`;
    expect(readCallback(`${base}&vehicle_id=v1`, again)).toEqual({
      kind: 'vehicle',
      vehicleId: 'v1',
    });
    expect(readCallback(`${base}&code=c`, again)).toEqual({ kind: 'unusable' });
    expect(read(`vehicle_id=v1&state=${STATE}`)).toEqual({ kind: 'unusable' });
  });

  test('an error brings its parameters', () => {
    const callback = read(
      `error=vehicle_incompatible&vin=0SCAUDI012FE3B132&make=AUDI&model=A3&year=2019&state=${STATE}`,
    );
    expect(callback).toEqual({
      kind: 'error',
      error: {
        error: 'vehicle_incompatible',
        statusCode: null,
        errorMessage: null,
        vin: '0SCAUDI012FE3B132',
        make: 'AUDI',
        model: 'A3',
        year: '2019',
      },
    });
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (address) => {
      expect(readCallback(address, expected).kind).toBe('not_ours');
    }),
  );
});
