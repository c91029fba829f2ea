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

/** A normalised value with its two times, or the error of this item alone. */
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

/**
 * Smartcar's vehicles, whatever the generation of its API. Every method rejects with
 * `SmartcarError`, or with what `Authorization` rejects with.
 */
export interface VehiclePlatform {
  listVehicles(authorization: Authorization): Promise<string[]>;
  permissions(authorization: Authorization, vehicleId: string): Promise<string[]>;
  /** One call for all that is asked; a failed item never fails the others. */
  read(authorization: Authorization, vehicleId: string, request: ReadRequest): Promise<ReadAnswer>;
  /** Ends the application's access to the vehicle. A vehicle that has none counts as done. */
  disconnect(authorization: Authorization, vehicleId: string): Promise<void>;
}
