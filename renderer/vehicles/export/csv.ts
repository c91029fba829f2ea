import { unparse } from 'papaparse';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import type { TableContext } from '../columns/column.ts';
import { columnOf } from '../columns/columns.ts';

/** Spreadsheets take a file for UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The table as it is shown, for spreadsheets: units in the headings, after the values of each reading
 * the moment they are of, and in words why there is none. Texts that a spreadsheet would run as a
 * formula are escaped.
 */
export function csvOf(
  vehicles: readonly Vehicle[],
  columns: readonly ColumnId[],
  context: TableContext,
  now: number,
): string {
  const fields = columns.flatMap((id) => columnOf(id).fields(context));
  // Two columns may show parts of one reading, whose moment is then wanted once.
  const unique = [...new Map(fields.map((field) => [field.heading, field])).values()];
  return (
    BYTE_ORDER_MARK +
    unparse(
      {
        fields: unique.map(({ heading }) => heading),
        data: vehicles.map((vehicle) => unique.map(({ value }) => value(vehicle, now))),
      },
      { escapeFormulae: true, newline: '\r\n' },
    )
  );
}
