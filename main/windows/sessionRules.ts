import type { Session } from 'electron';

/**
 * Refuses everything that a page may ask of the machine: permissions (new names included, since all
 * are refused), devices and downloads. `openExternal` is among the permissions, so no page can start
 * another program through an address.
 */
export function refuseEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Whether the Connect window may go to an address. Car makers' login hosts cannot be listed, so any
 * `https:` address may be visited; plain `http:` only where Connect itself is served so, which is the
 * sandbox on loopback.
 */
export function mayVisit(address: string, connectOrigin: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' || url.origin === new URL(connectOrigin).origin;
}
