import type { VehicleFacts } from './localCopy/localCopy.ts';
import { readCost } from './merge.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

/** What the queue needs to know of a vehicle. */
export function factsOf(record: VehicleRecord): VehicleFacts {
  const { id, connectionId, make, refreshedAt, access, paused, hold, calls, labels } = record;
  return {
    id,
    connectionId,
    make,
    group: labels.group,
    refreshedAt: refreshedAt === null ? null : Date.parse(refreshedAt),
    access,
    paused,
    hold: hold && { cause: hold.cause, until: Date.parse(hold.until) },
    calls,
    cost: readCost(record),
  };
}
