import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo } from 'react';
import type { ShownColumn, ShownColumns } from '../columns/useColumns.ts';

/** Columns kept beyond both edges. */
const OVERSCAN = 1;

/**
 * The columns that are in view: those that stay, those that the table is scrolled to, and the one with
 * the focus. However many columns there are, no more cells than fit the window are in the document.
 */
export function useColumnWindow(
  scroll: RefObject<HTMLElement | null>,
  { shown, stickyWidth }: ShownColumns,
  focusedColumn: number,
): readonly ShownColumn[] {
  const moving = useMemo(() => shown.filter(({ stickyAt }) => stickyAt === null), [shown]);
  // A new function for other columns: their widths are measured anew by it.
  const getItemKey = useCallback((at: number) => moving[at]?.id ?? at, [moving]);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: moving.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => moving[at]?.width ?? 0,
    getItemKey,
    paddingStart: stickyWidth,
    overscan: OVERSCAN,
    // The first picture is made before anything can be measured.
    initialRect: { width: window.innerWidth, height: 0 },
  });
  const places = virtualizer.getVirtualItems().map(({ index }) => moving[index]?.index ?? -1);
  const wanted = places.join(' ');
  return useMemo(() => {
    const inView = new Set(wanted.split(' ').map(Number));
    return shown.filter(
      ({ index, stickyAt }) => stickyAt !== null || index === focusedColumn || inView.has(index),
    );
  }, [shown, focusedColumn, wanted]);
}
