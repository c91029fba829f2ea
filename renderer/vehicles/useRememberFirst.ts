import { useEffect, useRef } from 'react';
import type { Rows } from '../state/fleet/rows.ts';

/** More than any screen shows without being scrolled. */
const FIRST_ROWS = 60;

/** Rows that stream into another order need not each be kept. */
const KEEP_AFTER_MS = 1_000;

function firstIds(rows: Rows): readonly string[] {
  const ids: string[] = [];
  for (let index = 0; index < rows.length && ids.length < FIRST_ROWS; index += 1) {
    const row = rows.at(index);
    if (row?.kind === 'vehicle') ids.push(row.id);
  }
  return ids;
}

/** Tells which vehicles stand at the top, so that the next start has them in its first picture. */
export function useRememberFirst(rows: Rows, isLoading: boolean): void {
  const remembered = useRef('');
  useEffect(() => {
    if (isLoading) return;
    const timer = setTimeout(() => {
      const ids = firstIds(rows);
      const key = ids.join(' ');
      if (ids.length === 0 || key === remembered.current) return;
      remembered.current = key;
      void window.motorpool['fleet.rememberFirst']({ vehicleIds: [...ids] });
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [rows, isLoading]);
}
