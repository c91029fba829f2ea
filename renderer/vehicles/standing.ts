import type { Vehicle } from '../../contract/vehicles.ts';

/** How far a vehicle has come on its way into the fleet. */
export const STANDINGS = ['connected', 'partly', 'needsDriver', 'revoked'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What belongs to one kind of drive only: who gives the one cannot give the other. */
const ELECTRIC: readonly string[] = ['read_battery', 'read_charge', 'control_charge'];
const WITH_TANK: readonly string[] = ['read_fuel', 'read_engine_oil'];

type Granted = Pick<Vehicle, 'asked' | 'permissions'>;

/** What cannot be expected of a car that gives these permissions, because its drive is another. */
export function excusedGrants(permissions: readonly string[]): readonly string[] {
  return [
    ...(permissions.includes('read_battery') ? WITH_TANK : []),
    ...(permissions.includes('read_fuel') ? ELECTRIC : []),
  ];
}

/** What was asked for, not given, and yet could be expected of a car with this drive. */
export function missingGrants({ asked, permissions }: Granted): readonly string[] {
  if (asked === null || permissions === null) return [];
  const excused = excusedGrants(permissions);
  return asked.filter((name) => !permissions.includes(name) && !excused.includes(name));
}

/** The one thing that matters most: whether anything comes at all, then whether all of it does. */
export function standingOf(vehicle: Granted & Pick<Vehicle, 'access' | 'accessEnded'>): Standing {
  if (vehicle.access === 'reconnect') {
    return vehicle.accessEnded?.reason === 'revoked' ? 'revoked' : 'needsDriver';
  }
  return missingGrants(vehicle).length > 0 ? 'partly' : 'connected';
}
