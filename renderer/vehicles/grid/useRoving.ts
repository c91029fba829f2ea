import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { ShownColumn } from '../columns/useColumns.ts';
import { HEADING_ROW, type Place } from './gridMove.ts';

/** What is found by its key rather than its place, because rows move while values come in. */
interface Spot {
  /** A vehicle's id or a group's key; `null` in the headings. */
  readonly rowKey: string | null;
  readonly column: ColumnId;
}

/** Where the keyboard was in the table that was last on the screen: one comes back to it from the map. */
let lastSpot: Spot | null = null;

/** The rows as far as moving among them needs. */
export interface RowKeys {
  readonly length: number;
  readonly keyAt: (row: number) => string;
  /** -1 where no row has this key now. */
  readonly placeOf: (key: string) => number;
}

export interface Roving {
  /** Where the one tab stop is. */
  readonly place: Place;
  /** Moves there and takes the focus along. */
  readonly moveTo: (place: Place) => void;
  /** Notes where the focus has gone by other ways. */
  readonly note: (rowKey: string | null, column: ColumnId) => void;
  /** Gives the keyboard back to the table. */
  readonly focus: () => void;
}

function rowOf(spot: Spot | null, rows: RowKeys, lastRow: number): number {
  if (spot === null) return Math.min(0, rows.length - 1);
  if (spot.rowKey === null) return HEADING_ROW;
  const place = rows.placeOf(spot.rowKey);
  return place === -1 ? Math.min(lastRow, rows.length - 1) : place;
}

/** The cell at this place; a group's heading has one for all columns. */
function cellAt(scroll: HTMLElement, { row, column }: Place): HTMLElement | null {
  const cells = scroll.querySelector(`[data-row="${row}"]`);
  return cells?.querySelector(`[data-at="${column}"]`) ?? cells?.querySelector('[data-at]') ?? null;
}

function bringIntoView(cell: HTMLElement): void {
  // A cell that stays at the edge is always in view sideways; asking for it would scroll there.
  const isSticky = cell.dataset.sticky !== undefined;
  (isSticky ? (cell.parentElement ?? cell) : cell).scrollIntoView({
    block: 'nearest',
    inline: 'nearest',
  });
}

/**
 * The one tab stop of the table. It belongs to a vehicle and a column, not to an element: a row that
 * moves takes it along, a row that goes leaves it to the one that takes its place.
 */
export function useRoving(
  scroll: RefObject<HTMLElement | null>,
  rows: RowKeys,
  shown: readonly ShownColumn[],
): Roving {
  const [spot, setSpot] = useState<Spot | null>(lastSpot);
  useEffect(() => {
    lastSpot = spot;
  }, [spot]);
  const lastRow = useRef(0);
  const wantsFocus = useRef(false);
  const focused = useRef<Element | null>(null);

  const row = rowOf(spot, rows, lastRow.current);
  const column = Math.max(
    shown.findIndex(({ id }) => id === (spot?.column ?? 'name')),
    0,
  );

  useLayoutEffect(() => {
    lastRow.current = Math.max(row, 0);
    const isLost = focused.current !== null && !focused.current.isConnected;
    if (!scroll.current || (!wantsFocus.current && !isLost)) return;
    const cell = cellAt(scroll.current, { row, column });
    if (!cell) return;
    cell.focus({ preventScroll: true });
    if (wantsFocus.current) bringIntoView(cell);
    wantsFocus.current = false;
  });

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const onIn = ({ target }: FocusEvent) => {
      focused.current = target as Element;
    };
    // An element that is taken out loses the focus too; only afterwards can the two be told apart.
    const onOut = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        const hasLeft = (target as Element).isConnected && document.activeElement !== target;
        if (hasLeft && focused.current === target) focused.current = null;
      });
    };
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    return () => {
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
    };
  }, [scroll]);

  const note = useCallback((rowKey: string | null, id: ColumnId) => {
    setSpot((before) =>
      before?.rowKey === rowKey && before.column === id ? before : { rowKey, column: id },
    );
  }, []);

  return {
    place: { row, column },
    note,
    moveTo(to) {
      const target = shown[to.column];
      if (!target) return;
      wantsFocus.current = true;
      setSpot({ rowKey: to.row === HEADING_ROW ? null : rows.keyAt(to.row), column: target.id });
    },
    focus() {
      wantsFocus.current = true;
      setSpot((before) => {
        const key = before?.rowKey ?? null;
        const isThere = key !== null && rows.placeOf(key) !== -1;
        const first = rows.length > 0 ? rows.keyAt(0) : null;
        return { rowKey: isThere ? key : first, column: before?.column ?? 'name' };
      });
    },
  };
}
