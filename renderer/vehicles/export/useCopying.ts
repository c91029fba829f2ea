import { useTranslation } from 'react-i18next';
import type { ColumnId } from '../../../contract/tableView.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { vehiclesById } from '../../state/fleet/hooks.ts';
import type { TableContext } from '../columns/column.ts';
import { columnText, rowsText } from './copyText.ts';

interface Copying {
  readonly rows: (ids: readonly string[]) => void;
  readonly cell: (id: string, column: ColumnId) => void;
  readonly column: (ids: readonly string[], column: ColumnId) => void;
}

/** Puts parts of the table on the clipboard, and says what is there now. */
export function useCopying(columns: readonly ColumnId[], context: TableContext): Copying {
  const { t } = useTranslation();
  const { say } = useShell();
  const copy = (text: string, done: string) => {
    navigator.clipboard.writeText(text).then(
      () => say(done),
      () => say(t('copy.failed')),
    );
  };
  return {
    rows(ids) {
      const { length: count } = ids;
      const text = rowsText(vehiclesById(ids), columns, context, Date.now());
      copy(text, t('copy.rows', { count, value: formatCount(count) }));
    },
    cell(id, column) {
      copy(columnText(vehiclesById([id]), column, context, Date.now()), t('copy.cell'));
    },
    column(ids, column) {
      const text = columnText(vehiclesById(ids), column, context, Date.now());
      copy(text, t('copy.column', { column: t(`column.${column}`) }));
    },
  };
}
