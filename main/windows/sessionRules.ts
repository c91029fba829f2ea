import type { Session } from 'electron';

/** What a page of ours may do without being asked: put text that a person copies on the clipboard. */
const COPYING = 'clipboard-sanitized-write';

/**
 * Refuses everything that a page may ask of the machine: permissions (new names included, since all
 * are refused), devices and downloads. `openExternal` is among the permissions, so no page can start
 * another program through an address. Pages for which `mayCopy` holds may copy, nothing more.
 */
export function refuseEverything(
  session: Session,
  mayCopy: (address: string) => boolean = () => false,
): void {
  // Chromium would fetch a dictionary from a server of Google's, at every start, even though no window
  // checks spelling: without a language there is none to fetch.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === COPYING && mayCopy(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (contents, permission) => permission === COPYING && mayCopy(contents?.getURL() ?? ''),
  );
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
