import type { Units } from './appearance.ts';

/** What is measured in a unit that people choose. */
export type Quantity = keyof Units;
export type UnitId = Units[Quantity];

interface Unit {
  /** How many of what is kept (kilometres, litres, kilopascals) one of it is. */
  readonly size: number;
  /** Decimals that say something a person acts on. */
  readonly digits: number;
}

export const UNITS: Readonly<Record<UnitId, Unit>> = {
  km: { size: 1, digits: 0 },
  mi: { size: 1.609_344, digits: 0 },
  l: { size: 1, digits: 1 },
  gal: { size: 3.785_411_784, digits: 1 },
  kPa: { size: 1, digits: 0 },
  bar: { size: 100, digits: 1 },
  psi: { size: 6.894_757, digits: 0 },
};
