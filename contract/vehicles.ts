import type { Readings } from './readings.ts';

/**
 * A vehicle as the screens see it. Its identity is Smartcar's `id`; everything else may be missing
 * without harm. Times are ISO 8601 strings.
 */
export interface Vehicle {
  readonly id: string;
  readonly connectionId: string;
  /** Brand, model and year as Smartcar names them; `null` until they have been read. */
  readonly make: string | null;
  readonly model: string | null;
  readonly year: number | null;
  readonly vin: string | null;
  /** Granted permissions as Smartcar lists them; `null` until they have been read. */
  readonly permissions: readonly string[] | null;
  readonly readings: Readings;
  /** When the connection that opens this vehicle was made. */
  readonly connectedAt: string;
  /** When Motorpool last got an answer for this vehicle; `null` if never. */
  readonly refreshedAt: string | null;
  /** `reconnect`: only connecting again brings new values. `unlocked` tokens are a matter of `KeychainStatus`. */
  readonly access: 'ok' | 'reconnect' | 'tokens_unavailable';
  /** Set while `access` is `reconnect`: why, and since when (ISO 8601). */
  readonly accessEnded: AccessEnded | null;
}

/**
 * `idle`: the tokens were not used for 60 days. `login`: the car maker asks the owner to log in again.
 * `revoked`: owner or Smartcar ended the access.
 */
export interface AccessEnded {
  readonly reason: 'idle' | 'login' | 'revoked';
  readonly since: string;
}

export interface FleetSnapshot {
  readonly vehicles: readonly Vehicle[];
  /** Ids of vehicles being read right now. */
  readonly refreshing: readonly string[];
  /** `offline` when the last refresh could not reach Smartcar. */
  readonly reach: 'unknown' | 'online' | 'offline';
}

/** A change of the fleet; vehicles that are not named stay as they were. */
export interface FleetChange {
  readonly changed: readonly Vehicle[];
  readonly removed: readonly string[];
  readonly refreshing: readonly string[];
  readonly reach: FleetSnapshot['reach'];
}
