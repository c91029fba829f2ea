import { randomUUID } from 'node:crypto';
import { app, type Session, session as sessions } from 'electron';
import { refuseEverything } from '../../windows/sessionRules.ts';
import { readCallback } from '../callback.ts';
import type { OpenSurface } from '../transport.ts';
import { acceptedLanguages, plainUserAgent } from './identity.ts';

export interface Partition {
  readonly session: Session;
  /** Forgets all that pages left behind. No page of it may run any more. */
  wipe(): Promise<void>;
}

/**
 * The last net for a redirect URI on the web: whatever is asked of it by other means than going there,
 * such as a picture or a script's request, is cancelled before it leaves the machine.
 */
function keepFromHost(
  session: Session,
  { expected, onRefused }: OpenSurface,
  { hostname }: URL,
): void {
  session.webRequest.onBeforeRequest({ urls: [`https://${hostname}/*`] }, ({ url }, answer) => {
    const isRedirectUri = readCallback(url, expected).kind !== 'not_ours';
    if (isRedirectUri) onRefused('navigation');
    answer({ cancel: isRedirectUri });
  });
}

/**
 * The same for a scheme of our own: the address ends here, not at another program. It cannot tell a
 * page from a picture in it, so it accepts nothing.
 */
function keepFromSystem(session: Session, { onRefused }: OpenSurface, { protocol }: URL): void {
  session.protocol.handle(protocol.slice(0, -1), () => {
    onRefused('navigation');
    return new Response(null, { status: 204 });
  });
}

/** A browser's memory for one attempt: kept in memory, shared with nothing, wiped at its end. */
export function createPartition(request: OpenSurface): Partition {
  const session = sessions.fromPartition(`connect:${randomUUID()}`);
  refuseEverything(session);
  session.on('will-download', () => request.onRefused('download'));
  session.setUserAgent(
    plainUserAgent(session.getUserAgent(), app.getName()),
    acceptedLanguages(app.getPreferredSystemLanguages(), app.getLocale()),
  );
  const redirectUri = new URL(request.expected.redirectUri);
  if (redirectUri.protocol === 'https:') keepFromHost(session, request, redirectUri);
  else keepFromSystem(session, request, redirectUri);

  return {
    session,
    async wipe() {
      await Promise.allSettled([
        session.clearStorageData(),
        session.clearCache(),
        session.clearAuthCache(),
        session.clearHostResolverCache(),
        session.closeAllConnections(),
      ]);
    },
  };
}
