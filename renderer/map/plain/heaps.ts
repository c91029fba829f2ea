import type { Pin } from '../pins.ts';
import { boundsOfView, type PlainView, projected, type Size } from './projection.ts';

/** Pins that are drawn as one: a single one as itself. */
export interface Heap {
  readonly key: string;
  readonly pins: readonly Pin[];
  readonly x: number;
  readonly y: number;
}

/** Pixels: pins within one square of this width are drawn as one. */
const SQUARE = 44;

/** The pins in view, put together by squares that stay where they are while the map is moved. */
export function heapsOf(pins: readonly Pin[], view: PlainView, size: Size): readonly Heap[] {
  const { west, south, east, north } = boundsOfView(view, size);
  const step = SQUARE / view.scale;
  const heaps = new Map<string, Pin[]>();
  for (const pin of pins) {
    const { latitude, longitude } = pin;
    if (latitude < south || latitude > north || longitude < west || longitude > east) continue;
    const key = `${Math.floor(longitude / step)} ${Math.floor(latitude / step)}`;
    const heap = heaps.get(key);
    if (heap) heap.push(pin);
    else heaps.set(key, [pin]);
  }
  return [...heaps].map(([key, members]) => {
    let latitude = 0;
    let longitude = 0;
    for (const pin of members) {
      latitude += pin.latitude / members.length;
      longitude += pin.longitude / members.length;
    }
    return { key, pins: members, ...projected(view, size, { latitude, longitude }) };
  });
}
