import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import { uuidFrom } from '../core/random.ts';
import type { VehicleChanges } from '../core/state.ts';
import type { Vehicle } from '../fleet/vehicle.ts';

export type AvailableCapacity = { capacity: number; description: string | null };

/** The battery sizes, in kWh, that were sold with this model. */
export function availableCapacities(vehicle: Vehicle): AvailableCapacity[] {
  const own = vehicle.batteryKwh ?? 0;
  if (!vehicle.capacityUncertain) return [{ capacity: own, description: null }];
  const engine = vehicle.powertrain;
  return [
    { capacity: Math.round(own * 0.78 * 10) / 10, description: `${engine}:Standard Range` },
    { capacity: own, description: `${engine}:Long Range` },
  ];
}

/** The ticket in the capacity URL: it cannot be guessed and need not be stored. */
export function capacityTicket(ctx: Context, vehicleId: string): string {
  const { clientSecret } = ctx.application;
  return uuidFrom(createHmac('sha256', clientSecret).update(`capacity ${vehicleId}`).digest());
}

/** Body of `/battery/nominal_capacity` ("Nominal capacity" in Smartcar's API reference). */
export function nominalCapacity(ctx: Context, vehicle: Vehicle, changes: VehicleChanges) {
  const capacities = availableCapacities(vehicle);
  if (changes.capacity !== undefined) {
    const capacity = { nominal: changes.capacity, source: 'USER_SELECTED' };
    return { availableCapacities: capacities, capacity, url: null };
  }
  const [only, ...others] = capacities;
  if (only && others.length === 0) {
    const capacity = { nominal: only.capacity, source: 'SMARTCAR' };
    return { availableCapacities: capacities, capacity, url: null };
  }
  const query = new URLSearchParams({
    vehicle_id: vehicle.id,
    client_id: ctx.application.clientId,
    token: capacityTicket(ctx, vehicle.id),
    response_type: 'vehicle_id',
    redirect_uri: '',
  });
  const url = `${ctx.origins.connect}/battery-capacity?${query}`;
  return { availableCapacities: capacities, capacity: null, url };
}
