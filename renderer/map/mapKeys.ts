/** The parts of a key press that decide. */
type MapPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does on the map. */
export type MapCommand =
  | { readonly kind: 'zoom'; readonly by: 1 | -1 }
  | { readonly kind: 'pan'; readonly right: -1 | 0 | 1; readonly down: -1 | 0 | 1 }
  | { readonly kind: 'fitAll' | 'next' | 'open' | 'pick' | 'box' | 'lasso' };

/** The map's keys while it has the focus. */
export const MAP_KEYS: Readonly<Record<string, MapCommand>> = {
  '+': { kind: 'zoom', by: 1 },
  '=': { kind: 'zoom', by: 1 },
  '-': { kind: 'zoom', by: -1 },
  ArrowLeft: { kind: 'pan', right: -1, down: 0 },
  ArrowRight: { kind: 'pan', right: 1, down: 0 },
  ArrowUp: { kind: 'pan', right: 0, down: -1 },
  ArrowDown: { kind: 'pan', right: 0, down: 1 },
  '0': { kind: 'fitAll' },
  n: { kind: 'next' },
  Enter: { kind: 'open' },
  ' ': { kind: 'pick' },
  b: { kind: 'box' },
  l: { kind: 'lasso' },
};

/** What a key asks of the map; `null` where it is none of the map's. */
export function mapCommand(press: MapPress): MapCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(MAP_KEYS, key) ? (MAP_KEYS[key] ?? null) : null;
}
