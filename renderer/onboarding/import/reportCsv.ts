import { unparse } from 'papaparse';
import type { EligibilityReason } from '../../../contract/eligibility.ts';
import type { ImportBook } from './importBook.ts';
import type { Category, ReportRow } from './report.ts';

/** The columns of the saved report. */
export const CSV_COLUMNS = [
  ...(['line', 'vin', 'brand', 'year', 'checkDigit', 'outcome', 'why'] as const),
  ...(['note', 'name', 'plate', 'driver', 'group', 'notes', 'capable', 'missing'] as const),
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** What the person reads, since the worker has no catalogue. */
export interface ReportWords {
  readonly columns: Readonly<Record<CsvColumn, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly reasons: Readonly<Record<EligibilityReason, string>>;
  readonly states: Readonly<
    Record<'empty' | 'vin_length' | 'vin_characters' | 'vin_check_digit', string>
  >;
  readonly checkDigits: Readonly<Record<'right' | 'wrong' | 'not_used', string>>;
  readonly mended: Readonly<Record<'signs' | 'letters', string>>;
  /** With `{{line}}` where the line of the other row goes. */
  readonly sameAs: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly brands: Readonly<Record<string, string>>;
}

/** Spreadsheets take a file for UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\ufeff';

/** Why a row is where it is, in a sentence; empty where the outcome says all. */
function why({ state, verdict }: ReportRow, words: ReportWords): string {
  switch (state) {
    case 'ok':
      return verdict ? words.reasons[verdict.reason] : '';
    case 'empty':
    case 'vin_length':
    case 'vin_characters':
    case 'vin_check_digit':
      return words.states[state];
    default:
      return '';
  }
}

function cellsOf(row: ReportRow, words: ReportWords): readonly (string | number)[] {
  const { labels, verdict, make, checkDigit, mended, sameAsLine } = row;
  const names = (permissions: readonly string[] = []) =>
    permissions.map((name) => words.permissions[name] ?? name).join(', ');
  const note =
    sameAsLine === null
      ? mended && words.mended[mended]
      : words.sameAs.replace('{{line}}', String(sameAsLine));
  return [
    row.line,
    row.vin,
    make === null ? '' : (words.brands[make] ?? make),
    row.year ?? '',
    checkDigit === null ? '' : words.checkDigits[checkDigit],
    words.categories[row.category],
    why(row, words),
    note ?? '',
    labels.name ?? '',
    labels.plate ?? '',
    labels.driver ?? '',
    labels.group ?? '',
    labels.notes ?? '',
    names(verdict?.capable),
    names(verdict?.missing),
  ];
}

/** The report for spreadsheets; texts that one would run as a formula are escaped. */
export function reportCsv(book: ImportBook, order: Uint32Array, words: ReportWords): string {
  const fields = CSV_COLUMNS.map((column) => words.columns[column]);
  const data = Array.from(order, (place) => [...cellsOf(book.row(place), words)]);
  return BYTE_ORDER_MARK + unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' });
}
