import type { FleetChange, FleetSnapshot } from '../../contract/vehicles.ts';

/**
 * The fleet after a change. Vehicles keep their place and, where nothing changed, their object, so
 * that only rows with news are rendered again.
 */
export function applyFleetChange(fleet: FleetSnapshot, change: FleetChange): FleetSnapshot {
  const { refreshing, reach } = change;
  if (change.changed.length === 0 && change.removed.length === 0) {
    return { vehicles: fleet.vehicles, refreshing, reach };
  }
  const news = new Map(change.changed.map((vehicle) => [vehicle.id, vehicle]));
  const removed = new Set(change.removed);
  const vehicles = fleet.vehicles
    .filter(({ id }) => !removed.has(id))
    .map((vehicle) => {
      const newer = news.get(vehicle.id);
      news.delete(vehicle.id);
      return newer ?? vehicle;
    });
  for (const vehicle of news.values()) {
    if (!removed.has(vehicle.id)) vehicles.push(vehicle);
  }
  return { vehicles, refreshing, reach };
}
