import type { Command } from '../../contract/commands.ts';
import type { ReadingKind, ReadingValues } from '../../contract/readings.ts';
import type { Secret } from '../secret.ts';
import type { SmartcarError } from './errors.ts';

/** Where an access token comes from, and where another one when Smartcar rejects it with a 401. */
export interface Authorization {
  token(): Promise<Secret>;
  renew(rejected: Secret): Promise<Secret>;
}

export interface VehicleIdentity {
  readonly make: string | null;
  readonly model: string | null;
  readonly year: number | null;
  readonly vin: string | null;
}

/**
 * A normalised value with its two times, or the error of this item alone. Where an API gives the parts
 * of a value one by one, `measuredAt` is the time of the oldest part and `fetchedAt` that of the answer.
 */
export type ReadOutcome<K extends ReadingKind = ReadingKind> =
  | {
      readonly ok: true;
      readonly value: ReadingValues[K];
      readonly measuredAt: Date | null;
      readonly fetchedAt: Date;
    }
  | { readonly ok: false; readonly error: SmartcarError };

export interface ReadAnswer {
  /** The parts that were asked for and came; absent when not asked for. */
  readonly identity: Partial<VehicleIdentity>;
  readonly readings: { readonly [K in ReadingKind]?: ReadOutcome<K> };
}

export interface ReadRequest {
  readonly kinds: readonly ReadingKind[];
  /** Make, model and year do not change: asked for only while unknown. */
  readonly attributes: boolean;
  readonly vin: boolean;
}

/** What a vehicle itself is told to do; ending the access is a matter between us and Smartcar. */
export type VehicleCommand = Exclude<Command, { kind: 'disconnect' }>;

/**
 * Smartcar's vehicles, whatever the generation of its API. Every method rejects with
 * `SmartcarError`, or with what `Authorization` rejects with.
 *
 * An adapter keeps to itself how its generation speaks: paths, headers, pages, units and the shape of
 * errors. What passes here is normalised. Values: fractions from 0 to 1 (also where the API says
 * percent), kilometres, litres, kilopascals (also where it says bar). Times: `Date`s. Errors: Smartcar's
 * documented `TYPE:CODE`, also where an answer only has an HTTP status to tell them by, with
 * `retryAfter` in seconds. Ids and the names of permissions are the same in all generations. What a
 * generation needs besides a token, such as the owner's id with every call, its adapter is made with.
 */
export interface VehiclePlatform {
  /** All that the authorization opens, page after page. */
  listVehicles(authorization: Authorization): Promise<string[]>;
  permissions(authorization: Authorization, vehicleId: string): Promise<string[]>;
  /** One call for all that is asked; a failed item never fails the others. */
  read(authorization: Authorization, vehicleId: string, request: ReadRequest): Promise<ReadAnswer>;
  /**
   * Resolves when Smartcar has taken the command, also where the car is still at it: whether it obeyed,
   * only its next values show. Sent once and never again by itself. A `NETWORK` or `UNREADABLE` error
   * leaves open whether it was carried out.
   */
  command(authorization: Authorization, vehicleId: string, command: VehicleCommand): Promise<void>;
  /** Ends the application's access to the vehicle. A vehicle that has none counts as done. */
  disconnect(authorization: Authorization, vehicleId: string): Promise<void>;
}
