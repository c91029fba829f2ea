import { expect, test } from 'vitest';
import { loadFailure } from './loadFailure.ts';

test.each([
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_NAME_NOT_RESOLVED', 'host_not_found'],
  ['ERR_DNS_TIMED_OUT', 'host_not_found'],
  ['ERR_CONNECTION_REFUSED', 'unreachable'],
  ['ERR_CONNECTION_RESET', 'unreachable'],
  ['ERR_ADDRESS_UNREACHABLE', 'unreachable'],
  ['ERR_EMPTY_RESPONSE', 'unreachable'],
  ['ERR_CONNECTION_TIMED_OUT', 'timed_out'],
  ['ERR_TIMED_OUT', 'timed_out'],
  ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
  ['ERR_CERT_AUTHORITY_INVALID', 'not_private'],
  ['ERR_CERT_DATE_INVALID', 'not_private'],
  ['ERR_SSL_PROTOCOL_ERROR', 'not_private'],
  ['ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'not_private'],
  ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'not_private'],
  ['ERR_BLOCKED_BY_CLIENT', 'stopped'],
  ['ERR_TOO_MANY_REDIRECTS', 'other'],
  ['', 'other'],
])('%s is %s', (name, failure) => {
  expect(loadFailure(name)).toBe(failure);
});
