import type { VehicleFacts } from './localCopy/localCopy.ts';
import { readCost } from './merge.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

/** What the queue needs to know of a vehicle. */
export function factsOf(record: VehicleRecord): VehicleFacts {
  const { id, connectionId, make, refreshedAt, access, paused, hold, calls } = record;
  const { group } = record.labels;
  const cost = readCost(record);
  return { id, connectionId, make, group, refreshedAt, access, paused, hold, calls, cost };
}
