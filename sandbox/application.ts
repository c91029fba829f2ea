import type { Application } from './context.ts';
import { seededUuid } from './core/random.ts';

/** Localhost ports of the default redirect URIs: several, for when another program has the first. */
const LOCALHOST_PORTS = [53_682, 53_683, 53_684] as const;

/** The client id that this seed registers. */
export function clientIdOf(seed: number): string {
  return seededUuid(seed, 'client id');
}

/**
 * Why Smartcar's dashboard would not register a redirect URI, or undefined if it would. Source:
 * Smartcar documentation, "Dashboard configuration".
 */
export function redirectUriProblem(uri: string, clientId: string): string | undefined {
  if (!URL.canParse(uri)) return 'is not a URI';
  if (uri.includes('#')) return 'has a fragment';
  const { protocol, hostname, host } = new URL(uri);
  switch (protocol) {
    case 'https:':
      return undefined;
    case 'http:':
      return hostname === 'localhost' ? undefined : 'is http: for another host than localhost';
    case `sc${clientId}:`:
      return host === '' ? 'has no host' : undefined;
    default:
      return `has another scheme than https:, http: or sc${clientId}:`;
  }
}

/** The application that this seed registers; the same seed gives the same one. */
export function applicationOf(
  seed: number,
  redirectUris: readonly string[] | undefined,
): Application {
  const clientId = clientIdOf(seed);
  return {
    clientId,
    clientSecret: seededUuid(seed, 'client secret'),
    managementToken: seededUuid(seed, 'management token'),
    redirectUris: redirectUris ?? [
      `sc${clientId}://connect`,
      ...LOCALHOST_PORTS.map((port) => `http://localhost:${port}/callback`),
      'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
    ],
  };
}
