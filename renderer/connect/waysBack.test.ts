import { expect, test } from 'vitest';
import { ownApplication } from './testing/attempts.ts';
import { canUse, redirectUrisOn, windowTransport } from './waysBack.ts';

const only = (...redirectUris: string[]) => ownApplication({ redirectUris });
const SCHEME = 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://connect';

test('each way back needs a redirect URI of its kind', () => {
  const https = only('https://fleet.example/done');
  expect(canUse(https, 'https')).toBe(true);
  expect(canUse(https, 'custom_scheme')).toBe(false);
  expect(canUse(https, 'system_browser')).toBe(false);
  expect(canUse(only('http://localhost:1/x'), 'system_browser')).toBe(true);
});

test('the simulated Smartcar brings an address for every way', () => {
  expect(redirectUrisOn({ kind: 'simulated' }, 'https')).toBeNull();
  expect(canUse({ kind: 'simulated' }, 'system_browser')).toBe(true);
});

test('a window takes the custom scheme before a web address', () => {
  expect(windowTransport(ownApplication())).toBe('custom_scheme');
  expect(windowTransport(only('https://fleet.example/done'))).toBe('https');
  expect(windowTransport(only('http://localhost:1/x'))).toBeNull();
  expect(windowTransport(only(SCHEME))).toBe('custom_scheme');
});
