/** A request that is about to be made. */
export interface MeteredCall {
  readonly vehicleId: string | null;
  /** In Smartcar's words, ids left out, e.g. `POST /vehicles/{id}/batch`. */
  readonly endpoint: string;
  /** What is asked for, e.g. the paths of a batch; one entry counts one call of the vehicle's quota. */
  readonly items: readonly string[];
}

/** What came of it. */
export interface CallOutcome {
  /** HTTP status; `null` where there was no answer. */
  readonly status: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly durationMs: number;
  /** Seconds, where Smartcar said so. */
  readonly retryAfter: number | null;
}

/**
 * Every request to Smartcar passes here, so that no path through the app can exceed the application's
 * budget. One 401 and its second try are two requests.
 */
export interface CallMeter {
  /**
   * Resolves when the request may be sent; it is counted from then on, whatever becomes of it. Rejects
   * with `SmartcarError` `RATE_LIMIT:SMARTCAR_API` and `retryAfter` where that would take too long.
   */
  admit(call: MeteredCall): Promise<void>;
  record(call: MeteredCall, outcome: CallOutcome): void;
}
