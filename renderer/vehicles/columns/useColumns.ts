import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  type ReactTable,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type CSSProperties, useMemo } from 'react';
import { COLUMN_IDS, type ColumnId, type TableView } from '../../../contract/tableView.ts';
import { LINE_SIZE } from '../trends/linePath.ts';
import type { Column } from './column.ts';
import { COLUMNS, columnOf } from './columns.ts';

const MAX_WIDTH = 1200;

const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnResizingFeature,
});

/** Rows do not pass through the table library: it would be slow with many, and has nothing to add. */
const NO_ROWS: Record<string, never>[] = [];

const definitionsWith = (extra: Partial<Record<ColumnId, number>>) =>
  COLUMNS.map(({ id, width, minWidth }) => ({
    id,
    size: width + (extra[id] ?? 0),
    minSize: minWidth,
    maxSize: MAX_WIDTH,
  }));

const definitions = definitionsWith({});

/** What small lines take beside the values. */
const LINE_SPACE = LINE_SIZE.width + 4;
const definitionsWithLines = definitionsWith({ energy: LINE_SPACE, odometer: LINE_SPACE });

export type ColumnTable = ReactTable<typeof features, Record<string, never>>;

/** A column as it is on the screen now. */
export interface ShownColumn {
  readonly column: Column;
  readonly id: ColumnId;
  /** Place among the shown ones, from the start edge. */
  readonly index: number;
  /** Distance from the start edge where it stays when the table is scrolled sideways; else `null`. */
  readonly stickyAt: number | null;
  readonly width: number;
  /** Places its cells; the same object for as long as they stay there. */
  readonly style: CSSProperties;
}

export interface ShownColumns {
  readonly table: ColumnTable;
  readonly shown: readonly ShownColumn[];
  /** The grid template of every row; it must not depend on the rows' content. */
  readonly template: string;
  /** The width below which the table scrolls sideways. */
  readonly minWidth: number;
  /** Where the columns begin that move when the table is scrolled sideways. */
  readonly stickyWidth: number;
}

/** The place of the boxes that select rows, before all columns. */
const SELECT_WIDTH = 32;

function templateOf(
  shown: readonly ShownColumn[],
  widths: Readonly<Record<string, number>>,
): string {
  let hasShare = false;
  const tracks = shown.map(({ id, column, stickyAt, width }) => {
    // What others are placed after has to be as wide as it says.
    if (stickyAt !== null || widths[id] !== undefined || column.share === 0) return `${width}px`;
    hasShare = true;
    return `minmax(${width}px, ${column.share}fr)`;
  });
  return [`${SELECT_WIDTH}px`, ...tracks, ...(hasShare ? [] : ['1fr'])].join(' ');
}

/** Order, visibility, pinning and widths of the columns; a width that is drawn goes into the view. */
export function useColumns(
  view: TableView,
  change: (change: Partial<TableView>) => void,
  smallLines: boolean,
): ShownColumns {
  const { columns, pinned, widths } = view;
  const state = useMemo(
    () => ({
      columnOrder: [...columns],
      columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, columns.includes(id)])),
      columnPinning: { start: pinned.filter((id) => columns.includes(id)), end: [] },
      columnSizing: widths as Record<string, number>,
    }),
    [columns, pinned, widths],
  );
  const table = useTable({
    features,
    columns: smallLines ? definitionsWithLines : definitions,
    data: NO_ROWS,
    state,
    columnResizeMode: 'onChange',
    onColumnSizingChange: (update) => {
      const sizes = typeof update === 'function' ? update(state.columnSizing) : update;
      change({ widths: sizes });
    },
  });
  return useMemo(() => {
    // The table works from the state; naming it here is what makes the answer follow it.
    const { columnSizing } = state;
    const visible = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
    const shown = visible.map((one, index): ShownColumn => {
      const column = columnOf(one.id as ColumnId);
      const isPinned = one.getIsPinned() === 'start';
      const stickyAt = isPinned ? SELECT_WIDTH + one.getStart('start') : null;
      const gridColumn = index + 2;
      return {
        column,
        id: column.id,
        index,
        stickyAt,
        width: one.getSize(),
        style: stickyAt === null ? { gridColumn } : { gridColumn, insetInlineStart: stickyAt },
      };
    });
    const sticky = shown.filter(({ stickyAt }) => stickyAt !== null);
    const sum = (some: readonly ShownColumn[]) =>
      some.reduce((total, { width }) => total + width, SELECT_WIDTH);
    return {
      table,
      shown,
      template: templateOf(shown, columnSizing),
      minWidth: sum(shown),
      stickyWidth: sum(sticky),
    };
  }, [table, state]);
}
