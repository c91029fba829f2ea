import type { ColumnId, TableView } from '../../../contract/tableView.ts';
import type { NumberFact, TextFact } from './facts.ts';
import { callsAt } from './match.ts';
import type { Aspect, VehicleStore } from './vehicleStore.ts';

type Source =
  | { readonly number: NumberFact; readonly isReversed?: true }
  | { readonly text: TextFact };

/** What a column is sorted by. An age grows as its moment goes back; calls left as those made go down. */
const SOURCES: Readonly<Record<ColumnId, Source>> = {
  status: { number: 'severity' },
  name: { text: 'name' },
  plate: { text: 'plate' },
  vin: { text: 'vin' },
  driver: { text: 'driver' },
  group: { text: 'group' },
  model: { text: 'car' },
  energy: { number: 'energy' },
  charge: { text: 'charge' },
  odometer: { number: 'odometer' },
  tires: { number: 'tires' },
  engineOil: { number: 'engineOil' },
  security: { text: 'locks' },
  location: { number: 'latitude' },
  age: { number: 'newest', isReversed: true },
  range: { number: 'range' },
  fuelAmount: { number: 'fuelAmount' },
  tireFrontLeft: { number: 'tireFrontLeft' },
  tireFrontRight: { number: 'tireFrontRight' },
  tireBackLeft: { number: 'tireBackLeft' },
  tireBackRight: { number: 'tireBackRight' },
  permissions: { number: 'granted' },
  callsLeft: { number: 'calls', isReversed: true },
  lastError: { text: 'problem' },
  connectedAt: { number: 'connectedAt' },
  refreshedAt: { number: 'refreshedAt' },
  tags: { text: 'tags' },
  notes: { text: 'notes' },
};

export function sourceOf(column: ColumnId): Source {
  return SOURCES[column];
}

/** What an order by this column depends on. */
export function aspectsOfColumn(column: ColumnId): readonly Aspect[] {
  const source = SOURCES[column];
  if ('text' in source) return [source.text];
  return source.number === 'calls' ? ['calls', 'month'] : [source.number];
}

/** One number per slot to sort by; what is empty comes last in both directions. */
function keysOf(
  store: VehicleStore,
  { column, descending }: TableView['sort'][number],
  now: number,
): Float64Array {
  const source = SOURCES[column];
  const keys = new Float64Array(store.slots());
  const sign = descending ? -1 : 1;
  if ('text' in source) {
    const texts = store.texts[source.text];
    const ranks = texts.ranks();
    for (let slot = 0; slot < keys.length; slot += 1) {
      const rank = ranks[texts.codeAt(slot)] ?? 0;
      keys[slot] = rank === 0 ? Number.POSITIVE_INFINITY : rank * sign;
    }
    return keys;
  }
  const numbers = store.numbers[source.number];
  const direction = source.isReversed ? -sign : sign;
  for (let slot = 0; slot < keys.length; slot += 1) {
    const value = source.number === 'calls' ? callsAt(store, slot, now) : numbers.at(slot);
    keys[slot] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value * direction;
  }
  return keys;
}

/** The slots of all vehicles, sorted; equal ones by name, then as they came. */
export function sortedSlots(
  store: VehicleStore,
  sort: TableView['sort'],
  now: number,
): Uint32Array {
  const slots = new Uint32Array(store.size());
  let used = 0;
  for (let slot = 0; slot < store.slots(); slot += 1) {
    if (store.idAt(slot) === null) continue;
    slots[used] = slot;
    used += 1;
  }
  const byName = { column: 'name', descending: false } as const;
  const isByName = sort.some(({ column }) => column === 'name');
  const keys = (isByName ? sort : [...sort, byName]).map((one) => keysOf(store, one, now));
  return slots.sort((one, other) => {
    for (const key of keys) {
      const a = key[one] ?? 0;
      const b = key[other] ?? 0;
      if (a !== b) return a < b ? -1 : 1;
    }
    return one - other;
  });
}
