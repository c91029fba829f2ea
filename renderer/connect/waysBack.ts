import type { Application } from '../../contract/application.ts';
import { redirectUrisFor, TRANSPORTS, type Transport } from '../../contract/transport.ts';

/**
 * The redirect URIs by which an application can use a way back into Motorpool, in the order in which
 * they are tried. `null`: the simulated Smartcar brings its own, one of every kind.
 */
export function redirectUrisOn(
  application: Application | null,
  transport: Transport,
): readonly string[] | null {
  return application?.kind === 'own' ? redirectUrisFor(transport, application.redirectUris) : null;
}

/** Whether an application has a redirect URI for this way back. */
export function canUse(application: Application | null, transport: Transport): boolean {
  return redirectUrisOn(application, transport)?.length !== 0;
}

/** The way by which Connect runs in a window of Motorpool's; `null` where there is none. */
export function windowTransport(application: Application | null): Transport | null {
  return TRANSPORTS.find((one) => one !== 'system_browser' && canUse(application, one)) ?? null;
}
