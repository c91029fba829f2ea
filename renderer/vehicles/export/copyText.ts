import type { ColumnId } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import type { TableContext } from '../columns/column.ts';
import { columnOf } from '../columns/columns.ts';

/** One cell of a table that is pasted: tabs and line ends would begin another one. */
function cellText(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

/**
 * Rows as tables of other programs take them: a line per vehicle, tabs between the columns. Several rows
 * come with the headings above.
 */
export function rowsText(
  vehicles: readonly Vehicle[],
  columns: readonly ColumnId[],
  context: TableContext,
  now: number,
): string {
  const lines = vehicles.map((vehicle) =>
    columns.map((id) => cellText(columnOf(id).text(vehicle, context, now))).join('\t'),
  );
  if (vehicles.length > 1) {
    lines.unshift(columns.map((id) => context.t(`column.${id}`)).join('\t'));
  }
  return lines.join('\n');
}

/** One column of these vehicles, a line each. */
export function columnText(
  vehicles: readonly Vehicle[],
  column: ColumnId,
  context: TableContext,
  now: number,
): string {
  return vehicles
    .map((vehicle) => cellText(columnOf(column).text(vehicle, context, now)))
    .join('\n');
}
