import type { EligibilityProblem } from '../../../contract/eligibility.ts';
import type { SourceProblem } from './decodeText.ts';
import type { Reading, TableLook } from './messages.ts';
import type { ReportRow, ReportSummary, ReportView } from './report.ts';

/** Work that takes a while, and how far it is. */
export interface Going {
  readonly what: 'brands' | 'cars' | 'taking';
  readonly done: number;
  readonly total: number;
}

export interface ReportState {
  readonly step: 'report';
  readonly look: TableLook;
  readonly reading: Reading;
  readonly summary: ReportSummary;
  readonly view: ReportView;
  /** How many rows the view shows. */
  readonly shown: number;
  /** Changes whenever rows may say something else. */
  readonly version: number;
  /** ISO 3166-1 alpha-2 of where the cars are registered. */
  readonly country: string;
  readonly going: Going | null;
  /** Why Smartcar could not be asked about all. */
  readonly problem: EligibilityProblem | null;
}

/** Where an import is. */
export type ImportState =
  | {
      readonly step: 'source';
      readonly problem: SourceProblem | 'failed' | null;
      readonly wasCancelled: boolean;
    }
  | { readonly step: 'reading' | 'checking'; readonly part: number }
  | {
      readonly step: 'mapping';
      readonly look: TableLook;
      readonly reading: Reading;
      readonly preview: readonly ReportRow[];
    }
  | ReportState;

export const AT_SOURCE: ImportState = { step: 'source', problem: null, wasCancelled: false };
