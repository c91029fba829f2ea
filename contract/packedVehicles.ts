import type { Vehicle } from './vehicles.ts';

/**
 * Vehicles on their way to the renderer. One string instead of many thousand objects: what crosses the
 * context bridge is copied value by value.
 */
export interface PackedVehicles {
  readonly count: number;
  readonly text: string;
}

export function packVehicles(vehicles: readonly Vehicle[]): PackedVehicles {
  return { count: vehicles.length, text: JSON.stringify(vehicles) };
}

/** The vehicles as they were packed. */
export function unpackVehicles({ text }: PackedVehicles): Vehicle[] {
  return JSON.parse(text);
}
