import type { ColumnId, TableView } from '../../../contract/tableView.ts';

const MAX_SORTS = 5;
const MIN_WIDTH = 32;
const MAX_WIDTH = 1200;

/** What becomes of a view by one act of a person; the rest of it stays. */
export type ViewChange = Partial<TableView>;

/** First up, then down, then not at all. */
function turned(descending: boolean | undefined): boolean | null {
  if (descending === undefined) return false;
  return descending ? null : true;
}

/**
 * Sorts by this column: alone, or after the columns that are sorted by already. The same column again
 * turns its direction round, and once more ends it.
 */
export function sortedBy(view: TableView, column: ColumnId, isAdded: boolean): ViewChange {
  const before = view.sort.find((rule) => rule.column === column);
  const isAlone = view.sort.length === 1;
  const next = turned(isAdded || isAlone ? before?.descending : undefined);
  const others = isAdded ? view.sort.filter((rule) => rule.column !== column) : [];
  if (next === null) return { sort: others };
  const rule = { column, descending: next };
  if (!isAdded) return { sort: [rule] };
  const at = view.sort.findIndex((one) => one.column === column);
  const sort = at === -1 ? [...others, rule] : view.sort.with(at, rule);
  return { sort: sort.slice(0, MAX_SORTS) };
}

/** Sorts by this column alone, in this direction. */
export function sortedOnlyBy(column: ColumnId, descending: boolean): ViewChange {
  return { sort: [{ column, descending }] };
}

/** The shown columns as the eye has them: those that stay come first. */
export function inShownOrder({ columns, pinned }: TableView): ColumnId[] {
  const first = pinned.filter((id) => columns.includes(id));
  return [...first, ...columns.filter((id) => !first.includes(id))];
}

/** Puts a column where another one is: among those that stay if that one does, else among the others. */
export function movedTo(view: TableView, column: ColumnId, target: ColumnId): ViewChange {
  if (column === target) return {};
  const order = inShownOrder(view);
  const from = order.indexOf(column);
  const to = order.indexOf(target);
  if (from === -1 || to === -1) return {};
  const columns = order.toSpliced(from, 1).toSpliced(to, 0, column);
  const stays = view.pinned.includes(target);
  const pins = new Set(view.pinned);
  if (stays) pins.add(column);
  else pins.delete(column);
  const pinned = columns.filter((id) => pins.has(id));
  return pinned.length > 5 ? {} : { columns, pinned };
}

/** Puts a column one place on, within those that stay or those that do not. */
export function movedBy(view: TableView, column: ColumnId, by: -1 | 1): ViewChange {
  const order = inShownOrder(view);
  const target = order[order.indexOf(column) + by];
  if (target === undefined || view.pinned.includes(target) !== view.pinned.includes(column)) {
    return {};
  }
  return movedTo(view, column, target);
}

/** Lets a column stay when the table is scrolled sideways, or move again. */
export function pinned(view: TableView, column: ColumnId, stays: boolean): ViewChange {
  const others = view.pinned.filter((id) => id !== column);
  return { pinned: stays ? [...others, column].slice(-5) : others };
}

/** Shows or hides a column. The last one stays: a table without columns shows nothing. */
export function shown(view: TableView, column: ColumnId, isShown: boolean): ViewChange {
  if (isShown) return view.columns.includes(column) ? {} : { columns: [...view.columns, column] };
  const columns = view.columns.filter((id) => id !== column);
  return columns.length === 0 ? {} : { columns };
}

/** Gives a column this width, within what is sensible. */
export function widened(
  view: TableView,
  column: ColumnId,
  width: number,
  least = MIN_WIDTH,
): ViewChange {
  const within = Math.round(Math.min(Math.max(width, least), MAX_WIDTH));
  return { widths: { ...view.widths, [column]: within } };
}
