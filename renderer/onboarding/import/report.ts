import type { EligibilityReport } from '../../../contract/eligibility.ts';
import type { ImportedLabels } from '../../../contract/importedCars.ts';
import type { DecodedVin } from '../../../contract/vin.ts';
import type { RowState, Verdict } from './judge.ts';
import type { Mended } from './mendVin.ts';

/** Into which heap of the report a row goes. */
export const CATEGORIES = [
  'likely',
  'unknown',
  'unlikely',
  'connected',
  'check_digit',
  'no_vin',
  'duplicate',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Everything that a row of the report says. */
export interface ReportRow {
  /** The place in the list, counted from 0 without the headings. */
  readonly place: number;
  /** As people count: the line of the table, the headings included. */
  readonly line: number;
  readonly vin: string;
  readonly state: RowState;
  readonly category: Category;
  readonly mended: Mended;
  /** The line of the row that has the same VIN, for a duplicate. */
  readonly sameAsLine: number | null;
  readonly make: string | null;
  readonly year: number | null;
  readonly checkDigit: DecodedVin['checkDigit'] | null;
  readonly labels: ImportedLabels;
  /** `null` where the row is no car that could be connected. */
  readonly verdict: Verdict | null;
}

/** The cars of one brand, by which Smartcar's list of its models is asked for. */
export interface BrandCars {
  readonly make: string;
  /** One VIN for each kind of car of it. */
  readonly vins: readonly string[];
}

/** The report in numbers. */
export interface ReportSummary {
  readonly total: number;
  /** Rows that did not fit into the list any more. */
  readonly leftOut: number;
  readonly counts: Readonly<Record<Category, number>>;
  readonly mended: number;
  /** Cars that would come into the list, and those that are in it already. */
  readonly fresh: number;
  readonly known: number;
  /** What can be asked about, the brands with most cars first. */
  readonly brands: readonly BrandCars[];
}

export const SORTS = ['line', 'vin', 'brand', 'year', 'outcome'] as const;
export type SortBy = (typeof SORTS)[number];

/** What of the report is shown, and in which order. */
export interface ReportView {
  readonly category: Category | 'all';
  readonly query: string;
  readonly sort: SortBy;
  readonly descending: boolean;
}

export const WHOLE_REPORT: ReportView = {
  category: 'all',
  query: '',
  sort: 'line',
  descending: false,
};

/** The heap of a row that is none of a car to be connected. */
export function categoryOf(
  state: RowState,
  likelihood: EligibilityReport['likelihood'] | null,
): Category {
  switch (state) {
    case 'ok':
      return likelihood ?? 'unknown';
    case 'vin_check_digit':
      return 'check_digit';
    case 'empty':
    case 'vin_length':
    case 'vin_characters':
      return 'no_vin';
    case 'duplicate':
    case 'connected':
      return state;
  }
}
