import { COLUMN_IDS, type ColumnId } from '../../../contract/tableView.ts';
import type { Column } from './column.ts';
import { FACT_COLUMNS } from './factColumns.ts';
import { LABEL_COLUMNS } from './labelColumns.tsx';
import { VALUE_COLUMNS } from './valueColumns.tsx';

const BY_ID = new Map(
  [...FACT_COLUMNS, ...LABEL_COLUMNS, ...VALUE_COLUMNS].map((column) => [column.id, column]),
);

/** The column of this id. */
export function columnOf(id: ColumnId): Column {
  const column = BY_ID.get(id);
  if (!column) throw new Error(`no column ${id}`);
  return column;
}

/** All columns, in the order in which the chooser lists them. */
export const COLUMNS: readonly Column[] = COLUMN_IDS.map(columnOf);
