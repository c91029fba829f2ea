import type { Units } from '../../contract/appearance.ts';

/** What is measured in a unit that people choose. */
export type Quantity = keyof Units;
export type UnitId = Units[Quantity];

interface Unit {
  /** How many of what is kept (kilometres, litres, kilopascals) one of it is. */
  readonly size: number;
  /** Decimals that say something a person acts on. */
  readonly digits: number;
}

const UNITS: Readonly<Record<UnitId, Unit>> = {
  km: { size: 1, digits: 0 },
  mi: { size: 1.609_344, digits: 0 },
  l: { size: 1, digits: 1 },
  gal: { size: 3.785_411_784, digits: 1 },
  kPa: { size: 1, digits: 0 },
  bar: { size: 100, digits: 1 },
  psi: { size: 6.894_757, digits: 0 },
};

let units: Units = { distance: 'km', volume: 'l', pressure: 'bar' };

/** Shows amounts in these units from now on. */
export function setUnits(next: Units): void {
  units = next;
}

/** The unit in which such amounts are shown now. */
export function unitOf<Q extends Quantity>(quantity: Q): Units[Q] {
  return units[quantity];
}

/** Decimals with which such an amount is shown. */
export function digitsOf(quantity: Quantity): number {
  return UNITS[units[quantity]].digits;
}

/** How many kilometres, litres or kilopascals one unit as shown is. */
export function sizeOf(quantity: Quantity): number {
  return UNITS[units[quantity]].size;
}

/** An amount (kilometres, litres, kilopascals) in the unit that is shown. */
export function inShown(quantity: Quantity, amount: number): number {
  return amount / sizeOf(quantity);
}

/** The same, rounded as the screens show it: for files and search terms. */
export function roundedInShown(quantity: Quantity, amount: number): number {
  const factor = 10 ** digitsOf(quantity);
  return Math.round(inShown(quantity, amount) * factor) / factor;
}
