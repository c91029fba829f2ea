import type { Units } from '../../contract/appearance.ts';
import { type Quantity, UNITS } from '../../contract/units.ts';

export type { Quantity, UnitId } from '../../contract/units.ts';

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
