/** Opens an address in the person's browser; rejects where none was opened. */
export type OpenInBrowser = (address: URL) => Promise<void>;

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Plain HTTP is for the sandbox on this machine only. */
function mayOpen({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname));
}

/** Guards the system's own opener, which would start any program for an address of its scheme. */
export function createOpenInBrowser(
  openExternal: (address: string) => Promise<void>,
): OpenInBrowser {
  return async (address) => {
    if (!mayOpen(address)) throw new Error(`Not opened in a browser: ${address.protocol}`);
    await openExternal(address.href);
  };
}
