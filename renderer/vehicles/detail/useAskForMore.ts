import type { ConnectOptions, VehicleChoice } from '../../../contract/connectOptions.ts';
import { PERMISSIONS, type Permission } from '../../../contract/permissions.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useShell } from '../../frame/shell.ts';

/** This one car where its VIN is known, else a car of its brand. */
function choiceOf({ vin, make }: Pick<Vehicle, 'vin' | 'make'>): VehicleChoice {
  if (vin !== null) return { kind: 'vin', vin };
  return make === null ? { kind: 'any', single: true } : { kind: 'make', make, single: true };
}

/**
 * What Connect is to be opened with to ask the owner of this car for more: everything that was asked
 * for or given before is asked for again, because Smartcar replaces what was granted. `missing`: what
 * was found missing, and so is asked for besides.
 */
export function askingForMore(
  vehicle: Pick<Vehicle, 'vin' | 'make' | 'asked' | 'permissions'>,
  missing: readonly Permission[] = [],
): Partial<ConnectOptions> {
  const before = new Set([...(vehicle.asked ?? []), ...(vehicle.permissions ?? [])]);
  const isKnown = PERMISSIONS.some((name) => before.has(name));
  const wanted = new Set([...before, ...missing]);
  return {
    vehicle: choiceOf(vehicle),
    forcePrompt: true,
    // Asking for what is missing alone would take away what nobody knows to be granted.
    ...(isKnown && {
      permissions: PERMISSIONS.filter((name) => wanted.has(name)).map((permission) => ({
        permission,
        required: false,
      })),
    }),
  };
}

/** Opens the choices of Connect for this car, with what is missing among them. */
export function useAskForMore(vehicle: Vehicle, missing: readonly Permission[] = []): () => void {
  const { openConnect } = useShell();
  return () => openConnect(askingForMore(vehicle, missing));
}
