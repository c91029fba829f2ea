import type { Position } from '../places/geo.ts';
import { distanceKm } from '../places/geo.ts';
import { type Bounds, isWithin } from './bounds.ts';
import type { Pins } from './pins.ts';
import type { ListEntry } from './SideList.tsx';

/** What the list beside the map shows. */
export type ListMode = 'inView' | 'nearest' | 'missing';

interface Wanted {
  readonly mode: ListMode;
  readonly view: Bounds | null;
  readonly from: Position | null;
}

/** The vehicles of the list, nearest first where a place was named, else in the table's order. */
export function entriesOf(pins: Pins, { mode, view, from }: Wanted): readonly ListEntry[] {
  if (mode === 'missing') return pins.missing.map((id) => ({ id, km: null }));
  if (mode === 'nearest' && from) {
    return pins.all
      .map((pin) => ({ id: pin.id, km: distanceKm(from, pin) }))
      .sort((one, other) => one.km - other.km);
  }
  const seen = view ? pins.all.filter((pin) => isWithin(view, pin)) : pins.all;
  return seen.map(({ id }) => ({ id, km: null }));
}
