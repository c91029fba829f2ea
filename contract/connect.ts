/** Why the exchange of the code for tokens failed. */
export type ExchangeProblem =
  /** No connection to the token endpoint could be made. */
  | 'unreachable'
  /** It did not answer in time. */
  | 'timed_out'
  /** It answered something else than the JSON that OAuth prescribes. */
  | 'unreadable_answer'
  /** RFC 6749 `invalid_grant`: the code is used up, too old, or for another redirect URI. */
  | 'invalid_grant'
  /** RFC 6749 `invalid_client`: client id or secret are wrong. */
  | 'invalid_client'
  /** RFC 6749 `unauthorized_client`: the application may not use this brand or flow. */
  | 'unauthorized_client'
  /** The client secret is not to be had from the keychain. */
  | 'secret_unavailable'
  /** Any other answer that is an error. */
  | 'refused';

/** What Connect told about a car that it could not connect. */
export interface RefusedVehicle {
  readonly vin: string | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly year: string | null;
}

/**
 * How an attempt ended. The first block are Smartcar's own error redirects (documentation, "Handle
 * the response"), the second ours.
 */
export type ConnectOutcome =
  | {
      readonly kind: 'connected';
      readonly connectionId: string;
      readonly vehicleIds: readonly string[];
      /** False where the vehicles could not be listed yet; the tokens are kept and it is tried again. */
      readonly vehiclesRead: boolean;
      /** True where no keychain took the tokens: they last until Motorpool quits. */
      readonly keptInMemory: boolean;
    }
  | { readonly kind: 'access_denied' }
  | { readonly kind: 'vehicle_incompatible'; readonly vehicle: RefusedVehicle }
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
  | { readonly kind: 'expired' }
  /** The Connect page could not be loaded; `reason` is Chromium's name, e.g. `ERR_CONNECTION_REFUSED`. */
  | { readonly kind: 'page_failed'; readonly reason: string }
  | {
      readonly kind: 'exchange_failed';
      readonly problem: ExchangeProblem;
      /** Until when the same code may be tried again (ISO 8601); `null` where it cannot. */
      readonly retryUntil: string | null;
    };

/** What the attempt is doing. */
export type ConnectPhase = 'waiting' | 'exchanging' | 'saving' | 'reading_vehicles';

export type ConnectState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly phase: ConnectPhase;
      /** Short code by which a person can tell two attempts apart; not secret. */
      readonly code: string;
      readonly startedAt: string;
      readonly expiresAt: string;
    }
  | { readonly status: 'finished'; readonly code: string; readonly outcome: ConnectOutcome };
