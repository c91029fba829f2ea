import { expect, test } from 'vitest';
import type { BarPage } from '../../../contract/connectBar.ts';
import { shownAddress } from './shownAddress.ts';

const REMOTE: BarPage = { kind: 'remote' };

test.each([
  ['https://login.tesla.com/oauth2?state=s', 'secure', 'login.tesla.com', ''],
  ['https://login.example:8443/', 'secure', 'login.example', '8443'],
  ['http://localhost:4000/a', 'local', 'localhost', '4000'],
  ['http://127.0.0.1:4000/a', 'local', '127.0.0.1', '4000'],
  ['http://login.example/', 'not_secure', 'login.example', ''],
  ['http://localhost.evil.example/', 'not_secure', 'localhost.evil.example', ''],
  ['https://user:password@login.example/', 'secure', 'login.example', ''],
])('%s', (address, security, host, port) => {
  expect(shownAddress(address, REMOTE)).toEqual({ security, host, port });
});

test('a host in letters that look like others is told by its ASCII form', () => {
  expect(shownAddress('https://аррӏе.com/', REMOTE).host).toBe('xn--80ak6aa92e.com');
});

test.each(['', 'about:blank', 'data:text/html,login.tesla.com'])('%j has no host', (address) => {
  expect(shownAddress(address, REMOTE)).toEqual({ security: 'none', host: '', port: '' });
});

test('nothing is called secure that is not there', () => {
  const address = 'https://login.example/';
  expect(shownAddress(address, { kind: 'opening' }).security).toBe('none');
  const failed = { kind: 'failed', reason: null } as const;
  expect(shownAddress(address, { ...failed, failure: 'timed_out' }).security).toBe('none');
  expect(shownAddress(address, { ...failed, failure: 'not_private' }).security).toBe('not_secure');
});
