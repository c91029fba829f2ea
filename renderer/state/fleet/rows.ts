import type { ColumnId } from '../../../contract/tableView.ts';
import { type GroupContext, groupingOf } from './grouping.ts';
import type { QueryProblem } from './query/parseQuery.ts';
import type { VehicleStore } from './vehicleStore.ts';

export type Row =
  | { readonly kind: 'vehicle'; readonly id: string }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly count: number;
      readonly collapsed: boolean;
    };

/** What the table shows, from its first row to its last. */
export interface Rows {
  readonly length: number;
  /** Vehicles that fit the search, those of groups that are folded away among them. */
  readonly matches: number;
  readonly total: number;
  readonly problem: QueryProblem | null;
  readonly at: (index: number) => Row | undefined;
  /** -1 where the vehicle is not among the rows. */
  readonly indexOf: (id: string) => number;
  readonly indexOfGroup: (key: string) => number;
  /** The row of the heading that a row stands under, itself if it is one; -1 where there is none. */
  readonly headingOf: (index: number) => number;
  /** All vehicles that fit the search, in their order. */
  readonly ids: () => string[];
}

type Found = Pick<Rows, 'matches' | 'total' | 'problem' | 'ids'>;

function foundOf(store: VehicleStore, slots: Uint32Array, problem: QueryProblem | null): Found {
  return {
    matches: slots.length,
    total: store.size(),
    problem,
    ids: () =>
      Array.from(slots).flatMap((slot) => {
        const id = store.idAt(slot);
        return id === null ? [] : [id];
      }),
  };
}

/** Where each vehicle stands; looked up once somebody asks. */
function placesOf(store: VehicleStore, slotAt: Int32Array | Uint32Array): (id: string) => number {
  let places: Int32Array | null = null;
  return (id) => {
    const slot = store.slotOf(id);
    if (slot === null) return -1;
    if (!places) {
      places = new Int32Array(store.slots()).fill(-1);
      for (const [index, at] of slotAt.entries()) if (at >= 0) places[at] = index;
    }
    return places[slot] ?? -1;
  };
}

function vehicleRow(store: VehicleStore, slot: number | undefined): Row | undefined {
  const id = slot === undefined ? null : store.idAt(slot);
  return id === null ? undefined : { kind: 'vehicle', id };
}

/** Rows without groups. */
export function plainRows(
  store: VehicleStore,
  slots: Uint32Array,
  problem: QueryProblem | null,
): Rows {
  return {
    ...foundOf(store, slots, problem),
    length: slots.length,
    at: (index) => vehicleRow(store, slots[index]),
    indexOf: placesOf(store, slots),
    indexOfGroup: () => -1,
    headingOf: () => -1,
  };
}

interface Group {
  readonly place: number;
  readonly slots: number[];
}

/** The groups in their order, those without a value last. */
function groupsOf(slots: Uint32Array, placeOf: (slot: number) => number): readonly Group[] {
  const groups = new Map<number, Group>();
  for (const slot of slots) {
    const place = placeOf(slot);
    const group = groups.get(place);
    if (group) group.slots.push(slot);
    else groups.set(place, { place, slots: [slot] });
  }
  return [...groups.values()].sort((one, other) => {
    if (Number.isNaN(one.place)) return 1;
    return Number.isNaN(other.place) ? -1 : one.place - other.place;
  });
}

/** The key of the vehicles without a value. */
const WITHOUT = '';

/** Rows under headings; a heading is a negative number in the list, one less than its group's place. */
export function groupedRows(
  store: VehicleStore,
  slots: Uint32Array,
  problem: QueryProblem | null,
  column: ColumnId,
  collapsed: ReadonlySet<string>,
  context: GroupContext,
): Rows {
  const grouping = groupingOf(store, column, context);
  const headings = groupsOf(slots, grouping.placeOf).map((group) => {
    const isWithout = Number.isNaN(group.place);
    const key = isWithout ? WITHOUT : grouping.keyOf(group.place);
    const label = isWithout ? context.t('group.without') : grouping.labelOf(group.place);
    return { group, key, label, isCollapsed: collapsed.has(key) };
  });
  const length = headings.reduce(
    (sum, { group, isCollapsed }) => sum + 1 + (isCollapsed ? 0 : group.slots.length),
    0,
  );
  const entries = new Int32Array(length);
  const headingAt = new Int32Array(length);
  const headingRows: number[] = [];
  let row = 0;
  for (const [index, { group, isCollapsed }] of headings.entries()) {
    const heading = row;
    headingRows.push(heading);
    entries[row] = -1 - index;
    headingAt[row] = heading;
    row += 1;
    if (isCollapsed) continue;
    for (const slot of group.slots) {
      entries[row] = slot;
      headingAt[row] = heading;
      row += 1;
    }
  }
  return {
    ...foundOf(store, slots, problem),
    length,
    at(index) {
      const entry = entries[index];
      if (entry === undefined || entry >= 0) return vehicleRow(store, entry);
      const heading = headings[-1 - entry];
      if (!heading) return undefined;
      const { key, label, group, isCollapsed } = heading;
      return { kind: 'group', key, label, count: group.slots.length, collapsed: isCollapsed };
    },
    indexOf: placesOf(store, entries),
    indexOfGroup: (key) => headingRows[headings.findIndex((heading) => heading.key === key)] ?? -1,
    headingOf: (index) => headingAt[index] ?? -1,
  };
}
