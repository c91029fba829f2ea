import type { BarPage, ShownAddress } from '../../../contract/connectBar.ts';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function securityOf({ protocol, hostname }: URL, page: BarPage): ShownAddress['security'] {
  if (page.kind === 'failed' && page.failure === 'not_private') return 'not_secure';
  // Nothing can be said of a page that is not there.
  if (page.kind !== 'remote') return 'none';
  if (protocol === 'https:') return 'secure';
  return LOOPBACK_HOSTS.has(hostname) ? 'local' : 'not_secure';
}

/** What the bar says of the address of a page: its origin and no more. */
export function shownAddress(address: string, page: BarPage): ShownAddress {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { security: 'none', host: '', port: '' };
  return { security: securityOf(url, page), host: url.hostname, port: url.port };
}
