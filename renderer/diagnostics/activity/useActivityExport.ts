import { useTranslation } from 'react-i18next';
import type { ActivityFilter } from '../../../contract/activity.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { allActivity } from './useActivity.ts';

/** Writes what a filter lets through into a file that the person chooses. */
export function useActivityExport(): (filter: ActivityFilter) => void {
  const { t } = useTranslation();
  const { report, say } = useShell();
  const write = async (filter: ActivityFilter) => {
    const [{ activityCsv }, entries] = await Promise.all([
      import('./activityCsv.ts'),
      allActivity(filter),
    ]);
    const text = activityCsv(t, entries);
    const name = t('diagnostics.activity.fileName', { day: new Date().toISOString().slice(0, 10) });
    const saved = await window.motorpool['files.save']({ kind: 'csv', name, text });
    const { length: count } = entries;
    if (saved.ok) {
      const value = formatCount(count);
      say(t('diagnostics.activity.exported', { count, value, name: saved.value }));
    } else if (saved.failure !== 'cancelled') say(t('files.notWritten'));
  };
  return (filter) => {
    write(filter).catch(() => report('unexpected'));
  };
}
