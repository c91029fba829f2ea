import type { TFunction } from 'i18next';
import { unparse } from 'papaparse';
import type { ActivityEntry } from '../../../contract/activity.ts';
import { countWords, eventWords, resultWords, vehicleWords } from './activityWords.ts';

/** Spreadsheets take a file for UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The activity for spreadsheets; texts that one would run as a formula are escaped. */
export function activityCsv(t: TFunction, entries: readonly ActivityEntry[]): string {
  const heading = (name: 'time' | 'kind' | 'what' | 'about' | 'who' | 'how') =>
    t(`diagnostics.activity.${name}`);
  const fields = (['time', 'kind', 'what', 'about', 'who', 'how'] as const).map(heading);
  const data = entries.map((entry) => [
    entry.at,
    t(`diagnostics.activity.kinds.${entry.kind}`),
    eventWords(t, entry),
    vehicleWords(t, entry),
    entry.by ?? t('diagnostics.activity.motorpool'),
    countWords(t, entry) ?? resultWords(t, entry.result),
  ]);
  const options = { escapeFormulae: true, newline: '\r\n' };
  return BYTE_ORDER_MARK + unparse({ fields, data }, options);
}
