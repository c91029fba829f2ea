/** The parts of a key press that move in the table. */
export type MoveKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A place in the table: row -1 is the headings. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are on the screen at once. */
  readonly page: number;
}

/** The row of the headings. */
export const HEADING_ROW = -1;

function wanted(press: MoveKey, { row, column }: Place, size: GridSize): Place | null {
  const mod = press.ctrlKey || press.metaKey;
  const first = Math.min(0, size.rows - 1);
  switch (press.key) {
    case 'ArrowDown':
      return mod ? null : { row: row + 1, column };
    case 'ArrowUp':
      return mod ? null : { row: row - 1, column };
    case 'ArrowRight':
      return mod ? null : { row, column: column + 1 };
    case 'ArrowLeft':
      return mod ? null : { row, column: column - 1 };
    case 'PageDown':
      return mod ? null : { row: row + size.page, column };
    case 'PageUp':
      return mod ? null : { row: Math.max(row - size.page, first), column };
    case 'Home':
      return mod ? { row: first, column: 0 } : { row, column: 0 };
    case 'End':
      return mod
        ? { row: size.rows - 1, column: size.columns - 1 }
        : { row, column: size.columns - 1 };
    default:
      return null;
  }
}

/** Where a key moves to; `null` where the key is none of the table's. At an edge it stays. */
export function gridMove(press: MoveKey, from: Place, size: GridSize): Place | null {
  if (press.altKey) return null;
  const to = wanted(press, from, size);
  return (
    to && {
      row: Math.min(Math.max(to.row, HEADING_ROW), size.rows - 1),
      column: Math.min(Math.max(to.column, 0), size.columns - 1),
    }
  );
}
