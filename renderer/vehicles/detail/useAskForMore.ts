import type { ConnectOptions, VehicleChoice } from '../../../contract/connectOptions.ts';
import { PERMISSIONS } from '../../../contract/permissions.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useShell } from '../../frame/shell.ts';

/** This one car where its VIN is known, else a car of its brand. */
function choiceOf({ vin, make }: Pick<Vehicle, 'vin' | 'make'>): VehicleChoice {
  if (vin !== null) return { kind: 'vin', vin };
  return make === null ? { kind: 'any', single: true } : { kind: 'make', make, single: true };
}

/**
 * What Connect is to be opened with to ask the owner of this car for more: everything that was asked
 * for or given before is asked for again, because Smartcar replaces what was granted.
 */
export function askingForMore(
  vehicle: Pick<Vehicle, 'vin' | 'make' | 'asked' | 'permissions'>,
): Partial<ConnectOptions> {
  const before = new Set([...(vehicle.asked ?? []), ...(vehicle.permissions ?? [])]);
  const known = PERMISSIONS.filter((name) => before.has(name));
  return {
    vehicle: choiceOf(vehicle),
    forcePrompt: true,
    ...(known.length > 0 && {
      permissions: known.map((permission) => ({ permission, required: false })),
    }),
  };
}

/** Opens the choices of Connect for this car. */
export function useAskForMore(vehicle: Vehicle): () => void {
  const { openConnect } = useShell();
  return () => openConnect(askingForMore(vehicle));
}
