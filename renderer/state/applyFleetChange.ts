import type { FleetChange, Reach, Vehicle } from '../../contract/vehicles.ts';

/** All vehicles as far as they have arrived, which of them are being read, and Smartcar's reach. */
export interface FleetSnapshot {
  readonly vehicles: readonly Vehicle[];
  readonly refreshing: readonly string[];
  readonly reach: Reach;
}

/** A change with its vehicles unpacked. */
export interface UnpackedChange extends Omit<FleetChange, 'changed'> {
  readonly changed: readonly Vehicle[];
}

/**
 * The fleet after a change. Vehicles keep their place and, where nothing changed, their object, so
 * that only rows with news are rendered again.
 */
export function applyFleetChange(fleet: FleetSnapshot, change: UnpackedChange): FleetSnapshot {
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

/** The fleet after a page of it has arrived: what is here already is newer than the page. */
export function addPage(fleet: FleetSnapshot, page: readonly Vehicle[]): FleetSnapshot {
  const known = new Set(fleet.vehicles.map(({ id }) => id));
  const added = page.filter(({ id }) => !known.has(id));
  return added.length === 0 ? fleet : { ...fleet, vehicles: [...fleet.vehicles, ...added] };
}
