import type {
  EligibilityAnswer,
  EligibilityProblem,
  EligibilityRequest,
} from '../../../contract/eligibility.ts';
import type { SourceProblem } from './decodeText.ts';
import type { ImportThread } from './importThread.ts';
import type { Reading, TableLook } from './messages.ts';
import type { ReportRow, ReportSummary, ReportView } from './report.ts';
import type { ReportWords } from './reportCsv.ts';

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

/** How Smartcar is asked; the country comes with the person's choice. */
export type Permissions = EligibilityRequest['permissions'];

export interface ImportSessionParts {
  readonly startThread: (onProgress: (part: number) => void) => ImportThread;
  /** VINs of vehicles and of the list, as they are now. */
  readonly vins: (application: string) => Promise<{
    readonly connected: readonly string[];
    readonly known: readonly string[];
  }>;
  readonly askModels: (request: EligibilityRequest) => Promise<EligibilityAnswer>;
  readonly askCars: (request: EligibilityRequest) => Promise<EligibilityAnswer>;
  /** Puts packed cars on the list of this profile. */
  readonly add: (profileId: string, text: string) => Promise<unknown>;
  readonly now: () => Date;
}

/** One import from the choice of a file to the list; it goes on while other screens are looked at. */
export interface ImportSession {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => ImportState;
  /** Forgets what belongs to another application; cars that are being put on its list still get there. */
  belongTo(profileId: string, application: string): void;
  /** Reads a file or a pasted text. */
  read(source: File | string): Promise<void>;
  /** Other columns, or another first row: the preview follows. */
  remap(reading: Reading): Promise<void>;
  /** Judges all rows, then asks for Smartcar's lists of their brands. */
  check(country: string, permissions: Permissions): Promise<void>;
  show(view: ReportView): Promise<void>;
  rows(from: number, to: number): Promise<readonly ReportRow[]>;
  askBrands(country: string, permissions: Permissions): Promise<void>;
  askCars(permissions: Permissions): Promise<void>;
  /** How many cars could be asked about one by one. */
  askable(): Promise<number>;
  csv(words: ReportWords): Promise<string>;
  /** Puts the cars into the list; answers how many, or `null` where it was stopped or left behind. */
  take(): Promise<number | null>;
  /** Stops what is going on; what was found by then stays. */
  stop(): void;
  /** Back to the columns. */
  back(): void;
  /** Forgets everything. */
  reset(): void;
}
