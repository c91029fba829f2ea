import { useTranslation } from 'react-i18next';
import type { ColumnId } from '../../../contract/tableView.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { vehiclesById } from '../../state/fleet/hooks.ts';
import type { TableContext } from '../columns/column.ts';

/** Writes these vehicles, with these columns, into a file that the person chooses. */
export function useExport(
  columns: readonly ColumnId[],
  context: TableContext,
): (ids: readonly string[]) => void {
  const { t } = useTranslation();
  const { report, say } = useShell();
  const write = async (ids: readonly string[]) => {
    // The writer of files comes when it is wanted: it is not part of the start.
    const { csvOf } = await import('./csv.ts');
    const now = Date.now();
    const text = csvOf(vehiclesById(ids), columns, context, now);
    const name = t('export.fileName', { day: new Date(now).toISOString().slice(0, 10) });
    const saved = await window.motorpool['files.save']({ kind: 'csv', name, text });
    if (saved.ok) {
      say(
        t('export.done', { count: ids.length, value: formatCount(ids.length), name: saved.value }),
      );
    } else if (saved.failure !== 'cancelled') say(t('files.notWritten'));
  };
  return (ids) => {
    write(ids).catch(() => report('unexpected'));
  };
}
