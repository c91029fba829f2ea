import { memo } from 'react';
import { groupHours } from '../../../contract/refreshRules.ts';
import { useFreshness } from '../../readings/freshness.ts';
import { newestMoment } from '../../readings/newest.ts';
import { useVehicle } from '../../state/fleet/hooks.ts';
import type { TableContext } from '../columns/column.ts';
import type { ShownColumn } from '../columns/useColumns.ts';
import { useIsSelected } from '../selection/selection.ts';
import styles from './grid.module.css';

interface VehicleRowProps {
  readonly id: string;
  /** Place among all rows of the table, from 0. */
  readonly row: number;
  /** Distance from the first row. */
  readonly top: number;
  /** The columns in view. */
  readonly shown: readonly ShownColumn[];
  /** The column that is the table's one tab stop; -1 where it is in another row. */
  readonly tabStop: number;
  readonly isFirst: boolean;
  readonly isRefreshing: boolean;
  readonly isOpen: boolean;
  readonly context: TableContext;
}

/** One vehicle. Rendered again only when something of its own changes. */
export const VehicleRow = memo(function VehicleRow(props: VehicleRowProps) {
  const { id, row, top, shown, tabStop, isFirst, isRefreshing, isOpen, context } = props;
  const vehicle = useVehicle(id);
  const isSelected = useIsSelected(id);
  const newest = vehicle && newestMoment(vehicle);
  const hours = groupHours(context.refreshRules, vehicle?.labels.group ?? null);
  const isAllOld = useFreshness(newest?.iso ?? null, hours) === 'stale';
  if (!vehicle) return null;
  return (
    <tr
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      aria-busy={isRefreshing || undefined}
      data-testid="vehicle-row"
      data-vehicle-id={id}
      data-row={row}
      data-open={isOpen || undefined}
    >
      <td className={styles.select} aria-hidden />
      {shown.map(({ column, index, stickyAt, style }) => {
        const { Cell } = column;
        const Tag = column.id === 'name' ? 'th' : 'td';
        return (
          <Tag
            key={column.id}
            scope={Tag === 'th' ? 'row' : undefined}
            className={column.isText ? styles.textCell : styles.cell}
            style={style}
            tabIndex={index === tabStop ? 0 : -1}
            aria-colindex={index + 1}
            data-at={index}
            data-column={column.id}
            data-align={column.align}
            data-sticky={stickyAt === null ? undefined : ''}
            elementtiming={isFirst && column.id === 'name' ? 'first-vehicle' : undefined}
          >
            <Cell
              vehicle={vehicle}
              isRefreshing={isRefreshing}
              isAllOld={isAllOld}
              context={context}
            />
          </Tag>
        );
      })}
    </tr>
  );
});
