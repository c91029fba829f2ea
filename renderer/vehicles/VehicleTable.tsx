import { type CSSProperties, type Ref, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FleetSnapshot } from '../state/applyFleetChange.ts';
import { COLUMNS, GRID_TEMPLATE, MIN_TABLE_WIDTH } from './columns.ts';
import { VehicleRow } from './VehicleRow.tsx';
import styles from './VehicleTable.module.css';

interface VehicleTableProps {
  readonly fleet: FleetSnapshot;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly ref: Ref<HTMLTableElement>;
}

/** A table whose rows take the focus is a grid to screen readers. */
const GRID = {
  role: 'grid',
  style: { '--columns': GRID_TEMPLATE, minWidth: MIN_TABLE_WIDTH } as CSSProperties,
};

/** All vehicles, one row each; one tab stop, arrow keys move, Enter opens. */
export function VehicleTable({ fleet, openId, onOpen, ref }: VehicleTableProps) {
  const { t } = useTranslation();
  const { vehicles } = fleet;
  const refreshing = useMemo(() => new Set(fleet.refreshing), [fleet.refreshing]);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const tabStop = vehicles.some(({ id }) => id === focusedId) ? focusedId : vehicles[0]?.id;
  return (
    <div className={styles.scroll}>
      <table
        {...GRID}
        ref={ref}
        className={styles.table}
        aria-label={t('vehicles.title')}
        aria-rowcount={vehicles.length + 1}
        aria-busy={refreshing.size > 0}
      >
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            {COLUMNS.map(({ id, align }) => (
              <th key={id} scope="col" data-align={align}>
                {t(`column.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vehicles.map((vehicle, index) => (
            <VehicleRow
              key={vehicle.id}
              vehicle={vehicle}
              isFirst={index === 0}
              isRefreshing={refreshing.has(vehicle.id)}
              isOpen={vehicle.id === openId}
              isTabStop={vehicle.id === tabStop}
              onOpen={onOpen}
              onFocus={setFocusedId}
              t={t}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
