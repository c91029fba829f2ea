/**
 * The ways back into the app. `custom_scheme` and `https`: Connect runs in a window of Motorpool's
 * and the redirect is caught before it is followed. `system_browser`: Connect runs in the person's
 * browser and comes back to a listener on localhost, or by the custom scheme through the system.
 */
export const TRANSPORTS = ['custom_scheme', 'https', 'system_browser'] as const;
export type Transport = (typeof TRANSPORTS)[number];

type RedirectUriKind = 'custom_scheme' | 'https' | 'localhost';

function kindOf(redirectUri: string): RedirectUriKind {
  const { protocol } = new URL(redirectUri);
  if (protocol === 'https:') return 'https';
  return protocol === 'http:' ? 'localhost' : 'custom_scheme';
}

/**
 * The redirect URIs that a transport can use, in the order in which it tries them. The system browser
 * prefers a listener on localhost: nothing has to be registered with the system for it.
 */
export function redirectUrisFor(
  transport: Transport,
  redirectUris: readonly string[],
): readonly string[] {
  const ofKind = (kind: RedirectUriKind) => redirectUris.filter((uri) => kindOf(uri) === kind);
  if (transport === 'system_browser') return [...ofKind('localhost'), ...ofKind('custom_scheme')];
  return ofKind(transport);
}

/** Why an attempt could not begin, or could not go the chosen way. */
export type TransportProblem =
  /** The application has no redirect URI of the kind that this way needs. */
  | 'no_redirect_uri'
  /** Every registered localhost port is used by another program. */
  | 'ports_taken'
  /** The system opened no browser. */
  | 'browser_not_opened'
  /** The system did not let Motorpool receive links of the custom scheme. */
  | 'scheme_not_registered';
