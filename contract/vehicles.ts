import type { PackedVehicles } from './packedVehicles.ts';
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
  /** What the fleet's staff wrote down about the vehicle. Kept on this computer only. */
  readonly labels: VehicleLabels;
  /** The permissions that Connect asked the owner for; `null` where that is not known. */
  readonly asked: readonly string[] | null;
  /** True while a person keeps Motorpool from asking this vehicle; it then costs no call. */
  readonly paused: boolean;
  /** Set while the vehicle must not be asked yet. */
  readonly hold: Hold | null;
  /** Calls that counted against the vehicle's quota, in the month (UTC, `2026-11`) named. */
  readonly calls: { readonly month: string; readonly count: number };
}

export interface VehicleLabels {
  readonly name: string | null;
  readonly plate: string | null;
  readonly driver: string | null;
  readonly group: string | null;
  readonly tags: readonly string[];
  readonly notes: string | null;
}

/**
 * Until when (ISO 8601) a vehicle must not be asked, and why. `vehicle_limit`: Smartcar said when to
 * come back. `maker_limit`: the car maker throttles. `fault`: the last tries failed, the next is spaced
 * out. `plan`: the month's calls of this vehicle are used up. `car_state`: the car sleeps or has no
 * reception.
 */
export interface Hold {
  readonly until: string;
  readonly cause: 'vehicle_limit' | 'maker_limit' | 'fault' | 'month' | 'plan' | 'car_state';
}

/**
 * `idle`: the tokens were not used for 60 days. `login`: the car maker asks the owner to log in again.
 * `revoked`: owner or Smartcar ended the access.
 */
export interface AccessEnded {
  readonly reason: 'idle' | 'login' | 'revoked';
  readonly since: string;
}

/** Whether Smartcar could be reached the last time that it was tried. */
export type Reach = 'unknown' | 'online' | 'offline';

/** What the first picture needs: how many vehicles there are, and those at the top of the table. */
export interface FleetStart {
  readonly count: number;
  readonly first: PackedVehicles;
  /** Ids of vehicles being read right now. */
  readonly refreshing: readonly string[];
  readonly reach: Reach;
}

/** Some of all vehicles, in the order of their ids. */
export interface FleetPage {
  readonly vehicles: PackedVehicles;
  /** The id after which the next page begins; `null` where this was the last one. */
  readonly next: string | null;
}

/** A change of the fleet; vehicles that are not named stay as they were. */
export interface FleetChange {
  readonly changed: PackedVehicles;
  readonly removed: readonly string[];
  readonly refreshing: readonly string[];
  readonly reach: Reach;
}

/** What a person changes in the labels of one or several vehicles; what is left out stays. */
export interface LabelChange {
  readonly name?: string | null | undefined;
  readonly plate?: string | null | undefined;
  readonly driver?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
}
