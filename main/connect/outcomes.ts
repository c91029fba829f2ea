import type { ConnectOutcome } from '../../contract/connect.ts';
import type { Callback, CallbackError } from './callback.ts';

/** Texts from the redirect are shown, so they are cut to what a screen can bear. */
const MAX_TEXT = 200;

/** Control characters, and those that turn the reading direction of what stands around them. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

function shown(text: string): string {
  return text.replace(UNSHOWABLE, '').slice(0, MAX_TEXT);
}

function cut(text: string | null): string | null {
  return text === null ? null : shown(text);
}

/** Smartcar's error redirects; see its documentation, "Handle the response" and "Connect errors". */
function errorOutcome(callback: CallbackError): ConnectOutcome {
  const { error } = callback;
  switch (error) {
    case 'access_denied':
    case 'invalid_subscription':
    case 'no_vehicles':
    case 'server_error':
    case 'user_manually_returned_to_application':
    case 'user_cancelled':
      return { kind: error };
    case 'vehicle_incompatible':
      return {
        kind: error,
        vehicle: {
          vin: cut(callback.vin),
          make: cut(callback.make),
          model: cut(callback.model),
          year: cut(callback.year),
        },
        failing: null,
      };
    case 'configuration_error':
      return {
        kind: error,
        statusCode: cut(callback.statusCode),
        message: cut(callback.errorMessage),
      };
    default:
      return { kind: 'other_error', error: shown(error) };
  }
}

/** The outcome of a callback that is no success. */
export function callbackOutcome(
  callback: Exclude<Callback, { kind: 'not_ours' | 'code' | 'vehicle' }>,
): ConnectOutcome {
  switch (callback.kind) {
    case 'wrong_state':
      return { kind: 'state_mismatch' };
    case 'unusable':
      return { kind: 'unusable_answer' };
    case 'error':
      return errorOutcome(callback.error);
  }
}
