import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { RefreshRules } from '../../../contract/refreshRules.ts';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

/** What cells and texts need beside the vehicle itself; the same object while none of it changes. */
export interface TableContext {
  readonly t: TFunction;
  /** When vehicles are read again by themselves, which decides from when on a value is old. */
  readonly refreshRules: RefreshRules;
  /** Calls per vehicle and month in the plan; `null` where it has no such limit. */
  readonly callLimit: number | null;
  /** Whether values have a small line of their last 30 days beside them. */
  readonly smallLines: boolean;
}

/** What every cell gets. */
export interface CellProps {
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
  /** All values are old; the age column says so once for the whole row. */
  readonly isAllOld: boolean;
  readonly context: TableContext;
}

/** One column of an exported file. */
export interface ExportField {
  readonly heading: string;
  readonly value: (vehicle: Vehicle, now: number) => string | number;
}

/** Two searches made from a cell: for vehicles like this one, and for all the others. */
export interface CellTerms {
  readonly only: string;
  readonly without: string;
}

export interface Column {
  readonly id: ColumnId;
  readonly align: 'start' | 'end';
  readonly width: number;
  readonly minWidth: number;
  /** How much of the spare width the column takes, where nobody set its width. */
  readonly share: number;
  /** True where the cell is one text, which is cut with an ellipsis. */
  readonly isText: boolean;
  readonly Cell: ComponentType<CellProps>;
  /** The cell in words, with its unit; what is copied. Empty where nothing is known. */
  readonly text: (vehicle: Vehicle, context: TableContext, now: number) => string;
  /** What its tooltip tells beyond the text; `null` where there is nothing more to say. */
  readonly story: (vehicle: Vehicle, context: TableContext) => string | null;
  readonly fields: (context: TableContext) => readonly ExportField[];
  /** The search term that begins a filter of this column; `null` where plain words do. */
  readonly term: string | null;
  /** `null` where a search for this cell's content makes no sense. */
  readonly terms: (vehicle: Vehicle) => CellTerms | null;
}
