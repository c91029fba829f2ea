/** The unit system that an answer names in its `sc-unit-system` header. */
export type UnitSystem = 'metric' | 'imperial';

// Smartcar's own factors, as its package smartcar-unit has them.
const KM_PER_MILE = 1.609344;
const GALLONS_PER_LITRE = 0.264172;
const PSI_PER_KPA = 0.145038;

export function toKilometres(distance: number, system: UnitSystem): number {
  return system === 'imperial' ? distance * KM_PER_MILE : distance;
}

export function toLitres(volume: number, system: UnitSystem): number {
  return system === 'imperial' ? volume / GALLONS_PER_LITRE : volume;
}

export function toKilopascals(pressure: number, system: UnitSystem): number {
  return system === 'imperial' ? pressure / PSI_PER_KPA : pressure;
}
