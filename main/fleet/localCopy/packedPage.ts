import { packVehicles } from '../../../contract/packedVehicles.ts';
import type { FleetPage } from '../../../contract/vehicles.ts';
import { toVehicle, type VehicleRecord } from '../vehicleRecord.ts';

/**
 * Records as the screens take them, from their JSON texts. Made in the thread of the local copy, so that
 * a fleet of thousands leaves nothing in the main thread but the text that passes through. Throws a
 * `SyntaxError` where a text is none.
 */
export function packPage(texts: readonly string[], limit: number): FleetPage {
  const records = texts.map((text) => JSON.parse(text) as VehicleRecord);
  return {
    vehicles: packVehicles(records.map(toVehicle)),
    next: records.length < limit ? null : (records.at(-1)?.id ?? null),
  };
}
