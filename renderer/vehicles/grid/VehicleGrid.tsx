import {
  type CSSProperties,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { ColumnId, Density, TableView } from '../../../contract/tableView.ts';
import { isMac } from '../../frame/shortcuts.ts';
import { offerView } from '../../queue/inView.ts';
import { vehicleById } from '../../state/fleet/hooks.ts';
import type { Rows } from '../../state/fleet/rows.ts';
import type { TableContext } from '../columns/column.ts';
import { columnOf } from '../columns/columns.ts';
import type { ShownColumns } from '../columns/useColumns.ts';
import { selection, useSelection } from '../selection/selection.ts';
import { GroupRow } from './GroupRow.tsx';
import styles from './grid.module.css';
import { type GridActions, gridKeyDown } from './gridKeyDown.ts';
import { HEADING_ROW } from './gridMove.ts';
import { HeadingRow } from './HeadingRow.tsx';
import { SKELETON_ROWS, SkeletonRows } from './SkeletonRows.tsx';
import { cellOf, spotOf } from './spotOf.ts';
import { useColumnWindow } from './useColumnWindow.ts';
import { type RowKeys, useRoving } from './useRoving.ts';
import { ROW_HEIGHT, useRowWindow } from './useRowWindow.ts';
import { VehicleRow } from './VehicleRow.tsx';

/** What others may do to the table from outside. */
export interface GridHandle {
  /** Gives the keyboard to the cell that had it last. */
  readonly focus: () => void;
}

interface VehicleGridProps {
  readonly rows: Rows;
  readonly sort: TableView['sort'];
  readonly columns: ShownColumns;
  readonly density: Density;
  readonly context: TableContext;
  readonly refreshing: ReadonlySet<string>;
  readonly isBusy: boolean;
  /** More rows are on their way. */
  readonly isLoading: boolean;
  readonly openId: string | null;
  readonly actions: GridActions & {
    readonly setWidth: (column: ColumnId, width: number) => void;
    readonly moveColumnTo: (column: ColumnId, target: ColumnId) => void;
  };
  readonly ref: Ref<GridHandle>;
}

/** A table whose cells take the focus is a grid to screen readers. */
const GRID_ROLE = { role: 'grid', 'aria-multiselectable': true };

const GROUP_KEY = 'group:';

/** Rows by a key that stays theirs while they move. */
function keysOf(rows: Rows): RowKeys {
  return {
    length: rows.length,
    keyAt(at) {
      const row = rows.at(at);
      if (!row) return '';
      return row.kind === 'vehicle' ? row.id : GROUP_KEY + row.key;
    },
    placeOf: (key) =>
      key.startsWith(GROUP_KEY)
        ? rows.indexOfGroup(key.slice(GROUP_KEY.length))
        : rows.indexOf(key),
  };
}

function idsIn(rows: Rows, items: readonly { readonly index: number }[]): readonly string[] {
  return items.flatMap(({ index }) => {
    const row = rows.at(index);
    return row?.kind === 'vehicle' ? [row.id] : [];
  });
}

/** The vehicles as a grid: one tab stop, every cell within reach of the keyboard, only what is seen made. */
export function VehicleGrid(props: VehicleGridProps) {
  const { rows, sort, columns, density, context, refreshing, isBusy, isLoading, openId, actions } =
    props;
  const { shown } = columns;
  const { t } = context;
  const scroll = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const keys = useMemo(() => keysOf(rows), [rows]);
  const roving = useRoving(scroll, keys, shown);
  const { place } = roving;
  const { items, height, stickyRow, page } = useRowWindow(scroll, rows, density, place.row);
  const inView = useColumnWindow(scroll, columns, place.column);
  const isSelecting = useSelection().size > 0;
  useImperativeHandle(props.ref, () => ({ focus: roving.focus }));

  // Others act on what is in view, among them the key that reads what is old of it.
  useEffect(() => offerView(() => idsIn(rows, items)), [rows, items]);

  const pick = (id: string, event: MouseEvent) => {
    const from = event.shiftKey && anchor.current !== null ? rows.indexOf(anchor.current) : -1;
    if (from === -1) {
      selection.toggle(id);
      anchor.current = id;
      return;
    }
    const to = rows.indexOf(id);
    const between: string[] = [];
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      const row = rows.at(at);
      if (row?.kind === 'vehicle') between.push(row.id);
    }
    selection.add(between);
  };

  const onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('[data-select-all]')) {
      selection.set(isSelecting ? [] : rows.ids());
      return;
    }
    const spot = spotOf(event.target);
    if (!spot) return;
    if (spot.part === 'group') actions.toggleGroup(spot.groupKey);
    else if (spot.part === 'vehicle') {
      const isPick =
        spot.column === null || event.shiftKey || (isMac ? event.metaKey : event.ctrlKey);
      if (isPick) pick(spot.id, event);
      else actions.open(spot.id);
    } else if (!(event.target as Element).closest('[data-handle]')) {
      actions.sort(spot.column, event.shiftKey);
    }
  };

  const onContextMenu = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (!spot) return;
    event.preventDefault();
    actions.menu(spot, new DOMRect(event.clientX, event.clientY, 0, 0));
  };

  /** Hundreds of cells have a long story; it is written when somebody asks for it. */
  const tell = (target: EventTarget, attribute: 'title' | 'aria-description') => {
    const spot = spotOf(target);
    const cell = cellOf(target);
    if (!cell || spot?.part !== 'vehicle' || spot.column === null) return;
    const vehicle = vehicleById(spot.id);
    const story = vehicle && columnOf(spot.column).story(vehicle, context);
    if (story) cell.setAttribute(attribute, story);
    else cell.removeAttribute(attribute);
  };

  return (
    <div
      ref={scroll}
      className={styles.scroll}
      style={{ scrollPaddingInlineStart: columns.stickyWidth }}
      data-grouped={stickyRow !== -1 || undefined}
    >
      <table
        {...GRID_ROLE}
        className={styles.grid}
        data-testid="vehicle-grid"
        data-selecting={isSelecting || undefined}
        style={
          {
            '--columns': columns.template,
            '--row-height': `${ROW_HEIGHT[density]}px`,
            width: `max(100%, ${columns.minWidth}px)`,
          } as CSSProperties
        }
        aria-label={t('vehicles.title')}
        aria-rowcount={rows.length + 1}
        aria-colcount={shown.length}
        aria-busy={isBusy}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={(event) => gridKeyDown(event, { rows, columns, roving, page, actions })}
        onPointerOver={(event: PointerEvent) => tell(event.target, 'title')}
        onFocus={({ target }) => {
          const spot = spotOf(target);
          const column = shown[place.column]?.id ?? 'name';
          if (spot?.part === 'heading') roving.note(null, spot.column);
          else if (spot) {
            roving.note(
              spot.part === 'vehicle' ? spot.id : GROUP_KEY + spot.groupKey,
              spot.part === 'vehicle' ? (spot.column ?? column) : column,
            );
            tell(target, 'aria-description');
          }
        }}
      >
        <thead>
          <HeadingRow
            table={columns.table}
            shown={inView}
            sort={sort}
            tabStop={place.row === HEADING_ROW ? place.column : -1}
            onSize={actions.setWidth}
            onMove={actions.moveColumnTo}
            t={t}
          />
        </thead>
        <tbody style={{ height }}>
          {items.map(({ index, start }) => {
            const row = rows.at(index);
            if (!row) return null;
            if (row.kind === 'group') {
              return (
                <GroupRow
                  key={GROUP_KEY + row.key}
                  groupKey={row.key}
                  label={row.label}
                  count={row.count}
                  isCollapsed={row.collapsed}
                  row={index}
                  top={start}
                  isSticky={index === stickyRow}
                  isTabStop={index === place.row}
                  columns={shown.length}
                />
              );
            }
            return (
              <VehicleRow
                key={row.id}
                id={row.id}
                row={index}
                top={start}
                shown={inView}
                tabStop={index === place.row ? place.column : -1}
                isFirst={index === 0}
                isRefreshing={refreshing.has(row.id)}
                isOpen={row.id === openId}
                context={context}
              />
            );
          })}
        </tbody>
      </table>
      {isLoading && rows.length < SKELETON_ROWS && (
        <SkeletonRows count={SKELETON_ROWS - rows.length} height={ROW_HEIGHT[density]} />
      )}
    </div>
  );
}
