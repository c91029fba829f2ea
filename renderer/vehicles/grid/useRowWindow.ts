import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect } from 'react';
import type { Density } from '../../../contract/tableView.ts';
import type { Rows } from '../../state/fleet/rows.ts';

/** Fixed heights, so that nothing has to be measured; the styles name the same. */
export const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 28, normal: 34 };
const HEADING_HEIGHT = 30;

/** Rows kept beyond both edges, so that a turn of the wheel finds them painted. */
const OVERSCAN = 3;

/** What stands above and below the rows at least: the window's bars, the tools, the headings. */
const BARS_HEIGHT = 144;

/** The row of the group's heading above this row; -1 where there is none. */
function headingAbove(rows: Rows, row: number): number {
  return row < 0 || row >= rows.length ? -1 : rows.headingOf(row);
}

interface RowWindow {
  readonly items: readonly { readonly index: number; readonly start: number }[];
  readonly height: number;
  /** The group's heading that stays at the top; -1 where there is none. */
  readonly stickyRow: number;
  /** How many rows are on the screen at once. */
  readonly page: number;
}

/**
 * The rows that are in view, with the one that has the focus and the heading of the group above. What
 * is not in view is not in the document.
 */
export function useRowWindow(
  scroll: RefObject<HTMLElement | null>,
  rows: Rows,
  density: Density,
  focusedRow: number,
): RowWindow {
  const rowHeight = ROW_HEIGHT[density];
  const rangeExtractor = useCallback(
    (range: Range) => {
      const wanted = new Set(defaultRangeExtractor(range));
      if (focusedRow >= 0 && focusedRow < rows.length) wanted.add(focusedRow);
      const heading = headingAbove(rows, range.startIndex);
      if (heading !== -1) wanted.add(heading);
      return [...wanted].sort((a, b) => a - b);
    },
    [rows, focusedRow],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    rangeExtractor,
    // The first picture is made before anything can be measured.
    initialRect: { width: 0, height: window.innerHeight - BARS_HEIGHT },
  });
  useEffect(() => {
    // Read for its change alone: rows of another height are measured anew.
    if (rowHeight > 0) virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const viewHeight = virtualizer.scrollRect?.height ?? window.innerHeight;
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    stickyRow: headingAbove(rows, virtualizer.range?.startIndex ?? 0),
    page: Math.max(1, Math.floor((viewHeight - HEADING_HEIGHT) / rowHeight) - 1),
  };
}
