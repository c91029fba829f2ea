import type { TFunction } from 'i18next';
import { type KeyboardEvent, memo } from 'react';
import type { Vehicle } from '../../contract/vehicles.ts';
import { newestMoment } from '../readings/newest.ts';
import { useIsOld } from '../ui/useAge.ts';
import { COLUMNS } from './columns.ts';
import { rowMove } from './rowMove.ts';
import styles from './VehicleTable.module.css';
import { fullName } from './vehicleName.ts';

interface VehicleRowProps {
  readonly vehicle: Vehicle;
  readonly isFirst: boolean;
  readonly isRefreshing: boolean;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (id: string) => void;
  readonly onFocus: (id: string) => void;
  readonly t: TFunction;
}

function focusRow(event: KeyboardEvent<HTMLTableRowElement>): void {
  const rows = event.currentTarget.parentElement?.children;
  if (!rows) return;
  const from = event.currentTarget.sectionRowIndex;
  const to = rowMove(event, from, rows.length);
  if (to === null) return;
  event.preventDefault();
  const row = rows[to];
  if (row instanceof HTMLElement) row.focus();
}

/** One vehicle. Rendered again only when something of its own changes. */
export const VehicleRow = memo(function VehicleRow(props: VehicleRowProps) {
  const { vehicle, isFirst, isRefreshing, isOpen, isTabStop, onOpen, onFocus, t } = props;
  const open = () => onOpen(vehicle.id);
  const isAllOld = useIsOld(newestMoment(vehicle)?.iso ?? null);
  return (
    <tr
      className={styles.row}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isOpen}
      aria-busy={isRefreshing}
      data-testid="vehicle-row"
      data-vehicle-id={vehicle.id}
      onClick={open}
      onFocus={() => onFocus(vehicle.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') open();
        else focusRow(event);
      }}
    >
      <th scope="row">
        <span className={styles.name} elementtiming={isFirst ? 'first-vehicle' : undefined}>
          {fullName(vehicle) ?? t('vehicles.unnamed')}
        </span>
      </th>
      {COLUMNS.map(({ id, align, Cell }) => (
        <td key={id} data-align={align} data-column={id}>
          <Cell vehicle={vehicle} isRefreshing={isRefreshing} isAllOld={isAllOld} t={t} />
        </td>
      ))}
    </tr>
  );
});
