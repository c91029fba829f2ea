import type { ConnectOptions } from './connectOptions.ts';
import type { Permission } from './permissions.ts';
import type { Transport, TransportProblem } from './transport.ts';

/** Why the exchange of the code for tokens failed. */
export type ExchangeProblem =
  /** No connection to the token endpoint, or to the backend, could be made. */
  | 'unreachable'
  /** It did not answer in time. */
  | 'timed_out'
  /** It answered something else than the JSON that was agreed. */
  | 'unreadable_answer'
  /** RFC 6749 `invalid_grant`: the code is used up, too old, or for another redirect URI. */
  | 'invalid_grant'
  /** RFC 6749 `invalid_client`: client id or secret are wrong. */
  | 'invalid_client'
  /** RFC 6749 `unauthorized_client`: the application may not use this brand or flow. */
  | 'unauthorized_client'
  /** The client secret or staff token is not to be had from the keychain. */
  | 'secret_unavailable'
  /** The backend does not accept the staff token. */
  | 'staff_token_refused'
  /** Asked too often. */
  | 'rate_limited'
  /** The backend runs and could not reach Smartcar. */
  | 'backend_cannot_reach_smartcar'
  /** Any other answer that is an error. */
  | 'refused';

/** A car as Connect or the API told of it. */
export interface ToldVehicle {
  readonly vin: string | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly year: string | null;
}

/**
 * What became of one permission that was asked for. `declined`: the car can, the owner did not.
 * `not_capable`: the car or Smartcar cannot. `not_granted`: not given, and nobody says why.
 */
export type GrantState = 'granted' | 'declined' | 'not_capable' | 'not_granted';

export interface PermissionGrant {
  readonly permission: Permission;
  readonly required: boolean;
  readonly state: GrantState;
}

export interface VehicleGrants {
  readonly vehicleId: string;
  readonly permissions: readonly PermissionGrant[];
}

/** What a successful attempt brought. */
interface Connected {
  readonly connectionId: string;
  readonly vehicleIds: readonly string[];
  /** False where the vehicles could not be listed yet; the tokens are kept and it is tried again. */
  readonly vehiclesRead: boolean;
  /** True where no keychain took the tokens: they last until Motorpool quits. */
  readonly keptInMemory: boolean;
  /** Per vehicle, what was asked for and given; empty where that could not be read. */
  readonly grants: readonly VehicleGrants[];
  /** A page by which an owner adds the virtual key that commands to this car need. */
  readonly virtualKeyUrl: string | null;
  /** Whether the car is the one whose VIN was asked for; `null` where none was. */
  readonly vinCheck: 'same' | 'not_readable' | null;
}

/**
 * How an attempt ended: success, Smartcar's error redirects (documentation, "Handle the response"),
 * then ours. A screen that forgets one does not compile.
 */
export type ConnectOutcome =
  | (Connected & { readonly kind: 'connected' })
  /** Connected, but at least one permission that was asked for was not given. Not an error. */
  | (Connected & { readonly kind: 'partial_grant' })
  /** The login of a vehicle was renewed; its tokens stay as they were. */
  | { readonly kind: 'reauthenticated'; readonly vehicleId: string }
  /** Another car than the one asked for. Nothing is kept until the person says so. */
  | {
      readonly kind: 'wrong_vehicle';
      readonly expectedVin: string;
      readonly found: readonly ToldVehicle[];
    }
  | { readonly kind: 'access_denied' }
  | {
      readonly kind: 'vehicle_incompatible';
      readonly vehicle: ToldVehicle;
      /** The required permissions that stand in the way; `null` where nobody says which. */
      readonly failing: readonly Permission[] | null;
    }
  | { readonly kind: 'invalid_subscription' }
  | { readonly kind: 'no_vehicles' }
  | {
      readonly kind: 'configuration_error';
      readonly statusCode: string | null;
      readonly message: string | null;
    }
  | { readonly kind: 'server_error' }
  | { readonly kind: 'user_manually_returned_to_application' }
  | { readonly kind: 'user_cancelled' }
  /** An `error` that Smartcar's documentation does not list; `error` is cut and harmless to show. */
  | { readonly kind: 'other_error'; readonly error: string }
  /** The answer carried no `state` or another one than this attempt's. */
  | { readonly kind: 'state_mismatch' }
  /** The answer carried neither a code nor an error, or one of them twice. */
  | { readonly kind: 'unusable_answer' }
  /** The person closed the Connect window. */
  | { readonly kind: 'closed' }
  /** The person pressed Cancel in Motorpool. */
  | { readonly kind: 'cancelled' }
  /** No answer within the attempt's life. */
  | { readonly kind: 'timed_out' }
  /** The answer came when the attempt, or the ten minutes of its code, were over. */
  | { readonly kind: 'expired' }
  /** The chosen way back into the app could not be taken; `ports` are those that were tried. */
  | {
      readonly kind: 'transport_failed';
      readonly problem: TransportProblem;
      readonly ports: readonly number[];
    }
  /** The renderer of the Connect window ended; `reason` is Chromium's name for why. */
  | { readonly kind: 'page_failed'; readonly reason: string }
  | {
      readonly kind: 'exchange_failed';
      readonly problem: ExchangeProblem;
      /** RFC 6749 `error` as it was sent, where there was one; harmless to show. */
      readonly oauthError: string | null;
      /** Until when the same code may be tried again (ISO 8601); `null` where it cannot. */
      readonly retryUntil: string | null;
    };

/** What an attempt is for. It can be started again from this. */
export type ConnectPurpose =
  | { readonly kind: 'connect'; readonly options: ConnectOptions }
  /** Renews the login of a vehicle that is connected already. */
  | { readonly kind: 'reauthenticate'; readonly vehicleId: string };

/** What the attempt is doing. */
export type ConnectPhase =
  | 'waiting'
  | 'exchanging'
  | 'checking_vehicle'
  | 'saving'
  | 'reading_vehicles';

interface AttemptState {
  /** Short code by which a person can tell two attempts apart; not secret. */
  readonly code: string;
  readonly purpose: ConnectPurpose;
  readonly transport: Transport;
}

export type ConnectState =
  | { readonly status: 'idle' }
  | (AttemptState & {
      readonly status: 'running';
      readonly phase: ConnectPhase;
      readonly startedAt: string;
      readonly expiresAt: string;
    })
  | (AttemptState & {
      readonly status: 'finished';
      readonly outcome: ConnectOutcome;
      /** ISO 8601; with the code it is what support asks for. */
      readonly finishedAt: string;
    });
