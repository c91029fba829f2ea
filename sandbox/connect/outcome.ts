import type { FaultOf } from '../admin/faults.ts';
import type { ReturnAddress } from './request.ts';

/** The errors a Connect redirect can carry ("Handle the response" in Smartcar's docs). */
export type ConnectError =
  | 'access_denied'
  | 'vehicle_incompatible'
  | 'invalid_subscription'
  | 'no_vehicles'
  | 'configuration_error'
  | 'server_error'
  | 'user_manually_returned_to_application'
  | 'user_cancelled';

const DESCRIPTIONS: Readonly<Record<ConnectError, string>> = {
  access_denied: 'User denied access to the requested scope of permissions.',
  vehicle_incompatible: 'The user’s vehicle is not compatible.',
  invalid_subscription: 'The connected services subscription of the vehicle is not active.',
  no_vehicles: 'No vehicles were found on the user’s account.',
  configuration_error: 'Connect met a configuration error and could not continue.',
  server_error: 'Connect met an unexpected problem.',
  user_manually_returned_to_application: 'The user returned to the application.',
  user_cancelled: 'The user cancelled the login at the car maker.',
};

type Parameters = Readonly<Record<string, string | undefined>>;

/** Appends parameters to a redirect URI, which may have a query already; undefined ones are left out. */
export function withParameters(uri: string, parameters: Parameters): string {
  const query = Object.entries(parameters)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    )
    .join('&');
  return `${uri}${uri.includes('?') ? '&' : '?'}${query}`;
}

/** The redirect that tells the application why Connect ended without access. */
export function errorRedirect(
  address: ReturnAddress,
  error: ConnectError,
  details: Parameters = {},
): string {
  return withParameters(address.redirectUri, {
    error,
    error_description: DESCRIPTIONS[error],
    ...details,
    state: address.state,
  });
}

/** The redirect that a `connect-error` fault asks for, with an error of Smartcar's or any other. */
export function faultRedirect(
  address: ReturnAddress,
  { error, parameters }: FaultOf<'connect-error'>,
): string {
  const descriptions: Readonly<Record<string, string | undefined>> = DESCRIPTIONS;
  return withParameters(address.redirectUri, {
    error,
    error_description: descriptions[error],
    state: address.state,
    ...parameters,
  });
}
