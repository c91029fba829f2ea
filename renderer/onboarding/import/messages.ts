import type { EligibilityReport } from '../../../contract/eligibility.ts';
import type { SourceProblem } from './decodeText.ts';
import type { Mapping } from './fields.ts';
import type { ReportRow, ReportSummary, ReportView } from './report.ts';
import type { ReportWords } from './reportCsv.ts';

/** How the rows are to be read. */
export interface Reading {
  readonly mapping: Mapping;
  readonly hasHeadings: boolean;
}

/** The first look at a table. */
export interface TableLook {
  readonly rows: number;
  readonly leftOut: number;
  /** The first row and one below it, to tell the columns by. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly guess: Reading;
}

/** What the page asks of the worker, by name, and what it is answered. */
export interface Orders {
  /** A file or a pasted text; VINs are lists with a line each, so that they cross as one text. */
  read: {
    readonly order: {
      readonly source: File | string;
      readonly connected: string;
      readonly known: string;
      readonly thisYear: number;
    };
    readonly answer: TableLook | { readonly problem: SourceProblem };
  };
  /** The first rows, judged. */
  preview: { readonly order: Reading; readonly answer: readonly ReportRow[] };
  /** All rows. */
  check: { readonly order: Reading; readonly answer: ReportSummary };
  /** Which rows are shown from now on; answers how many. */
  view: { readonly order: ReportView; readonly answer: number };
  rows: {
    readonly order: { readonly from: number; readonly to: number };
    readonly answer: readonly ReportRow[];
  };
  /** Takes in what Smartcar said; of kinds of cars by their models, or of single ones. */
  learn: {
    readonly order: {
      readonly of: 'kinds' | 'cars';
      readonly reports: readonly EligibilityReport[];
    };
    readonly answer: ReportSummary;
  };
  /** VINs of cars that could be asked about one by one: how many, and the first of them. */
  askable: {
    readonly order: { readonly most: number };
    readonly answer: { readonly count: number; readonly vins: readonly string[] };
  };
  /** Some cars as lines for the list; empty at the end. */
  pack: {
    readonly order: { readonly from: number; readonly limit: number; readonly importedAt: number };
    readonly answer: string;
  };
  csv: { readonly order: ReportWords; readonly answer: string };
}

export type OrderName = keyof Orders;

/** An order on its way to the worker. */
export type Ordered = {
  [N in OrderName]: { readonly id: number; readonly name: N; readonly order: Orders[N]['order'] };
}[OrderName];

/** What comes back. */
export type Told =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number };
