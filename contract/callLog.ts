/** One request that was made to Smartcar for a vehicle. Holds nothing of what was answered. */
export interface CallRecord {
  readonly id: number;
  readonly vehicleId: string | null;
  /** When it was sent (ISO 8601). */
  readonly at: string;
  /** The endpoint in Smartcar's words, ids left out, e.g. `POST /vehicles/{id}/batch`. */
  readonly endpoint: string;
  /** What was asked for, e.g. the paths of a batch. */
  readonly items: readonly string[];
  /** HTTP status; `null` where there was no answer. */
  readonly status: number | null;
  /** Smartcar's `TYPE:CODE` where it refused. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly durationMs: number;
  /** How many calls it cost of the vehicle's quota. */
  readonly counted: number;
}

/** Newest first. */
export interface CallPage {
  readonly calls: readonly CallRecord[];
  /** Pass as `before` for the next page; `null` where there is none. */
  readonly next: number | null;
}
