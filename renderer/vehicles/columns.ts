import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Vehicle } from '../../contract/vehicles.ts';
import { AgeCell } from './cells/AgeCell.tsx';
import { ChargeCell } from './cells/ChargeCell.tsx';
import { EnergyCell } from './cells/EnergyCell.tsx';
import { LocationCell } from './cells/LocationCell.tsx';
import { OdometerCell } from './cells/OdometerCell.tsx';
import { SecurityCell } from './cells/SecurityCell.tsx';
import { StatusCell } from './cells/StatusCell.tsx';
import { TiresCell } from './cells/TiresCell.tsx';
import { VinCell } from './cells/VinCell.tsx';

/** What every cell gets. The translation comes from the table, so that cells need no hook for it. */
export interface CellProps {
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
  /** All values are older than a day; the age column says so once for the whole row. */
  readonly isAllOld: boolean;
  readonly t: TFunction;
}

export interface Column {
  readonly id:
    | 'vin'
    | 'energy'
    | 'charge'
    | 'odometer'
    | 'tires'
    | 'security'
    | 'location'
    | 'age'
    | 'status';
  readonly align: 'start' | 'end';
  readonly minWidth: number;
  /** How much of the spare width the column takes. */
  readonly share: number;
  readonly Cell: ComponentType<CellProps>;
}

/** Width of the first column, the name, which is the row's heading and therefore not among the data. */
export const NAME_WIDTH = { minWidth: 176, share: 3 };

/** The columns after the name, in their order on the screen. */
export const COLUMNS: readonly Column[] = [
  { id: 'vin', align: 'start', minWidth: 66, share: 0, Cell: VinCell },
  { id: 'energy', align: 'end', minWidth: 134, share: 1, Cell: EnergyCell },
  { id: 'charge', align: 'start', minWidth: 120, share: 1, Cell: ChargeCell },
  { id: 'odometer', align: 'end', minWidth: 104, share: 1, Cell: OdometerCell },
  { id: 'tires', align: 'end', minWidth: 98, share: 1, Cell: TiresCell },
  { id: 'security', align: 'start', minWidth: 146, share: 1, Cell: SecurityCell },
  { id: 'location', align: 'end', minWidth: 162, share: 1, Cell: LocationCell },
  { id: 'age', align: 'end', minWidth: 130, share: 1, Cell: AgeCell },
  { id: 'status', align: 'start', minWidth: 132, share: 1, Cell: StatusCell },
];

/** The grid template of every row: rows are grids of their own, so it must not depend on content. */
export const GRID_TEMPLATE = [NAME_WIDTH, ...COLUMNS]
  .map(({ minWidth, share }) => (share ? `minmax(${minWidth}px, ${share}fr)` : `${minWidth}px`))
  .join(' ');

/** The width below which the table scrolls sideways. */
export const MIN_TABLE_WIDTH = [NAME_WIDTH, ...COLUMNS].reduce(
  (sum, { minWidth }) => sum + minWidth,
  0,
);
