import type { Vehicle } from '../../contract/vehicles.ts';

/** A vehicle as the local copy holds it: what the screens see, and the application it belongs to. */
export interface VehicleRecord extends Vehicle {
  /** See `applicationKey`. Kept here too, so that the copy can outlive the settings. */
  readonly application: string;
  /** Where the owner can renew the login, as the API error said; for the main process only. */
  readonly reauthenticateUrl: string | null;
}

/** What the screens see of it. */
export function toVehicle(record: VehicleRecord): Vehicle {
  const { application: _application, reauthenticateUrl: _url, ...vehicle } = record;
  return vehicle;
}
