import type { Secret } from '../secret.ts';
import { connectUrl, type Parameters } from './connectUrl.ts';

const PATH = '/oauth/reauthenticate';

export interface ReauthenticateRequest {
  /** Connect's origin, without a path. */
  readonly connectOrigin: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: Secret;
  readonly vehicleId: string;
  /** The `resolution.url` of the API error that asked for it, where there was one. */
  readonly resolutionUrl: string | null;
}

/** Written by us, whatever an address from outside says of them. */
const OURS: ReadonlySet<string> = new Set([
  'client_id',
  'application_id',
  'response_type',
  'vehicle_id',
  'redirect_uri',
  'state',
]);

/** What Smartcar added of its own to the address in an API error. */
function extraParameters({ connectOrigin, resolutionUrl }: ReauthenticateRequest): Parameters {
  if (resolutionUrl === null || !URL.canParse(resolutionUrl)) return [];
  const url = new URL(resolutionUrl);
  // An answer must not be able to send a driver's login anywhere else than to Connect.
  if (url.origin !== new URL(connectOrigin).origin || url.pathname !== PATH) return [];
  return [...url.searchParams].filter(([name]) => !OURS.has(name));
}

/**
 * The address at which an owner logs in once more for a vehicle that is connected already. An API
 * error brings it half built: redirect URI and state are added here, and what names application and
 * vehicle is written anew. Source: Smartcar documentation, "Re-authentication, redirect to Connect".
 */
export function reauthenticateUrl(request: ReauthenticateRequest): URL {
  return connectUrl(request.connectOrigin, PATH, [
    ...extraParameters(request),
    ['client_id', request.clientId],
    ['response_type', 'vehicle_id'],
    ['vehicle_id', request.vehicleId],
    ['redirect_uri', request.redirectUri],
    ['state', request.state.reveal()],
  ]);
}
