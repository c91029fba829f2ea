import type { ColumnId } from '../../../contract/tableView.ts';

/** Which part of the table an event happened at, as the elements' own data say. */
export type GridSpot =
  | { readonly part: 'heading'; readonly column: ColumnId }
  | { readonly part: 'group'; readonly groupKey: string; readonly row: number }
  | {
      readonly part: 'vehicle';
      readonly id: string;
      readonly row: number;
      /** `null` at the box that picks the row. */
      readonly column: ColumnId | null;
    };

/** The cell and row that an event's target lies in; `null` outside of all rows. */
export function spotOf(target: EventTarget | null): GridSpot | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-row]');
  if (!row) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const column = (cell?.dataset.column ?? null) as ColumnId | null;
  const { vehicleId, groupKey } = row.dataset;
  const at = Number(row.dataset.row);
  if (vehicleId !== undefined) return { part: 'vehicle', id: vehicleId, row: at, column };
  if (groupKey !== undefined) return { part: 'group', groupKey, row: at };
  return column === null ? null : { part: 'heading', column };
}

/** The cell of an event, where there is one. */
export function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
}
