import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import type { TFunction } from 'i18next';
import { type DragEvent, type MouseEvent, memo } from 'react';
import { flushSync } from 'react-dom';
import type { ColumnId, TableView } from '../../../contract/tableView.ts';
import type { ColumnTable, ShownColumn } from '../columns/useColumns.ts';
import styles from './grid.module.css';
import { HEADING_ROW } from './gridMove.ts';

interface HeadingRowProps {
  readonly table: ColumnTable;
  /** The columns in view. */
  readonly shown: readonly ShownColumn[];
  readonly sort: TableView['sort'];
  readonly tabStop: number;
  readonly onSize: (column: ColumnId, width: number) => void;
  readonly onMove: (column: ColumnId, target: ColumnId) => void;
  readonly t: TFunction;
}

/** What is dragged from one heading to another. */
const DRAG_TYPE = 'text/x-motorpool-column';

function ariaSort(sort: TableView['sort'], id: ColumnId): 'ascending' | 'descending' | undefined {
  const rule = sort.find(({ column }) => column === id);
  if (!rule) return undefined;
  return rule.descending ? 'descending' : 'ascending';
}

function columnUnder(event: DragEvent): ColumnId | undefined {
  const heading = event.target instanceof Element ? event.target.closest('[data-column]') : null;
  return (heading as HTMLElement | null)?.dataset.column as ColumnId | undefined;
}

/** The headings: they sort, are drawn wider and narrower, and are dragged to other places. */
export const HeadingRow = memo(function HeadingRow(props: HeadingRowProps) {
  const { table, shown, sort, tabStop, onSize, onMove, t } = props;

  const startResizing = (event: MouseEvent, id: ColumnId) => {
    const heading = event.currentTarget.parentElement;
    const header = table.getFlatHeaders().find((one) => one.column.id === id);
    if (!heading || !header) return;
    event.preventDefault();
    event.stopPropagation();
    // A column that shares the spare width is wider than its size says; it is drawn from what is seen.
    flushSync(() => onSize(id, heading.getBoundingClientRect().width));
    header.getResizeHandler()(event);
  };

  return (
    <tr
      className={styles.headings}
      aria-rowindex={1}
      data-row={HEADING_ROW}
      onDragStart={(event) => {
        const id = columnUnder(event);
        if (!id) return;
        event.dataTransfer.setData(DRAG_TYPE, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
      }}
      onDrop={(event) => {
        const target = columnUnder(event);
        const id = event.dataTransfer.getData(DRAG_TYPE) as ColumnId;
        if (target && id) onMove(id, target);
      }}
    >
      <td className={styles.select} aria-hidden data-select-all />
      {shown.map(({ id, column, index, stickyAt, style }) => {
        const direction = ariaSort(sort, id);
        const order = sort.findIndex((rule) => rule.column === id) + 1;
        const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
        return (
          <th
            key={id}
            scope="col"
            className={styles.heading}
            style={style}
            tabIndex={index === tabStop ? 0 : -1}
            draggable
            aria-colindex={index + 1}
            aria-sort={direction}
            data-at={index}
            data-column={id}
            data-align={column.align}
            data-sticky={stickyAt === null ? undefined : ''}
          >
            <span className={styles.headingText}>{t(`column.${id}`)}</span>
            {direction && <Arrow size={14} aria-hidden />}
            {direction && sort.length > 1 && <span className={styles.order}>{order}</span>}
            {/* For the pointer; the keyboard has Shift and the arrow keys on the heading. */}
            <span
              className={styles.handle}
              aria-hidden
              data-handle
              onMouseDown={(event) => startResizing(event, id)}
            />
          </th>
        );
      })}
    </tr>
  );
});
