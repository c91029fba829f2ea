import type { LoadFailure } from '../../../contract/connectBar.ts';

/** Chromium's names for errors of loading, by what a person can do about them. */
const FAILURES: readonly (readonly [RegExp, LoadFailure])[] = [
  [/^ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED)$/, 'offline'],
  [/^ERR_(NAME_|DNS_|ICANN_)/, 'host_not_found'],
  [/^ERR_(\w+_)?TIMED_OUT$/, 'timed_out'],
  [/PROXY|^ERR_(TUNNEL_|PAC_|SOCKS_)/, 'proxy'],
  [/^ERR_(CERT|CERTIFICATE|SSL|BAD_SSL|INSECURE)_|PINNED_KEY/, 'not_private'],
  [/^ERR_(CONNECTION|ADDRESS|EMPTY|HTTP2|QUIC)_/, 'unreachable'],
  [/^ERR_(ABORTED|FAILED|BLOCKED_\w+)$/, 'stopped'],
];

/** `name` as Chromium gives it, for example `ERR_CONNECTION_REFUSED`. */
export function loadFailure(name: string): LoadFailure {
  return FAILURES.find(([names]) => names.test(name))?.[1] ?? 'other';
}
