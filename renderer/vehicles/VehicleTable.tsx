import {
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useActionHere } from '../actions/screenActions.ts';
import { useShell } from '../frame/shell.ts';
import { useAskedRefresh } from '../queue/useAskedRefresh.ts';
import { useStatus } from '../state/cache.ts';
import { useFleetSummary, vehicleById } from '../state/fleet/hooks.ts';
import { useRows } from '../state/fleet/useRows.ts';
import { type AnchoredItem, AnchoredMenu } from '../ui/AnchoredMenu.tsx';
import { AttentionStrip } from './attention/AttentionStrip.tsx';
import type { TableContext } from './columns/column.ts';
import { columnOf } from './columns/columns.ts';
import { withTerm } from './columns/terms.ts';
import { useColumns } from './columns/useColumns.ts';
import { movedBy, movedTo, sortedBy, widened } from './columns/viewChanges.ts';
import { useCopying } from './export/useCopying.ts';
import { useExport } from './export/useExport.ts';
import type { GridActions } from './grid/gridKeyDown.ts';
import { type GridHandle, VehicleGrid } from './grid/VehicleGrid.tsx';
import { cellItems } from './menus/cellItems.ts';
import { headingItems } from './menus/headingItems.ts';
import { NoMatch } from './NoMatch.tsx';
import { SelectionBar } from './selection/SelectionBar.tsx';
import { selection, useSelection } from './selection/selection.ts';
import { TableAnnouncer } from './TableAnnouncer.tsx';
import type { SearchHandle } from './toolbar/SearchBox.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useCollapsed } from './useCollapsed.ts';
import { useRememberFirst } from './useRememberFirst.ts';
import { useTableView } from './useTableView.ts';
import styles from './VehicleTable.module.css';

export interface TableHandle {
  readonly focus: () => void;
  /** The vehicle after (1) or before (-1) this one, as they are shown; `null` at the end. */
  readonly beside: (id: string, by: 1 | -1) => string | null;
}

interface VehicleTableProps {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  /** The same, but the keyboard stays in the table. */
  readonly onPreview: (id: string) => void;
  readonly ref: Ref<TableHandle>;
}

interface OpenMenu {
  readonly at: DOMRect;
  readonly label: string;
  readonly items: readonly AnchoredItem[];
}

/** All vehicles: search, views and columns above, what can be done to the picked ones below. */
export function VehicleTable({ openId, onOpen, onPreview, ref }: VehicleTableProps) {
  const { t } = useTranslation();
  const { settings, view, setSettings, changeView } = useTableView();
  const { budget } = useStatus();
  const summary = useFleetSummary();
  const [collapsed, toggleGroup] = useCollapsed(view.groupBy);
  const rows = useRows(view, collapsed);
  useRememberFirst(rows, summary.isLoading);
  const columns = useColumns(view, changeView, settings.smallLines);
  const picked = useSelection();
  const { openCommand, openLabels, showOnMap } = useShell();
  const refresh = useAskedRefresh();
  const gridId = useId();
  const grid = useRef<GridHandle>(null);
  const search = useRef<SearchHandle>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  const context = useMemo<TableContext>(
    () => ({
      t,
      refreshRules: budget,
      callLimit: budget.callsPerVehiclePerMonth,
      smallLines: settings.smallLines,
    }),
    [t, budget, settings.smallLines],
  );
  const shownIds = useMemo(() => columns.shown.map(({ id }) => id), [columns.shown]);
  const copying = useCopying(shownIds, context);
  const exportThese = useExport(shownIds, context);
  const exportShown = () => exportThese(picked.size > 0 ? [...picked] : rows.ids());
  const focusGrid = useCallback(() => grid.current?.focus(), []);
  const focusSearch = useCallback(() => search.current?.focus(), []);

  // What is picked is what a command goes to, so nothing out of sight may stay in it.
  useEffect(() => {
    if (selection.ids().size > 0) selection.keepOnly(new Set(rows.ids()));
  }, [rows]);

  useImperativeHandle(ref, () => ({
    focus: focusGrid,
    beside(id, by) {
      for (let at = rows.indexOf(id) + by; at >= 0 && at < rows.length; at += by) {
        const row = rows.at(at);
        if (row?.kind === 'vehicle') return row.id;
      }
      return null;
    },
  }));
  useActionHere('search', focusSearch);
  useActionHere('export', exportShown);
  useActionHere('vehicles', focusGrid);

  const filter: GridActions['filter'] = (column) => {
    const { term } = columnOf(column);
    search.current?.begin(term === null ? view.query : withTerm(view.query, term));
  };

  const actions: Parameters<typeof VehicleGrid>[0]['actions'] = {
    open: onOpen,
    preview: onPreview,
    refresh,
    showOnMap,
    lock: (ids) => openCommand('lock', ids),
    tag: (ids) => openLabels('tags', ids),
    groupBy: (column) => changeView({ groupBy: view.groupBy === column ? null : column }),
    filter,
    sort: (column, isAdded) => changeView(sortedBy(view, column, isAdded)),
    resize(column, by) {
      const one = columns.shown.find(({ id }) => id === column);
      if (one) changeView(widened(view, column, one.width + by, one.column.minWidth));
    },
    setWidth: (column, width) => changeView(widened(view, column, width)),
    moveColumn: (column, by) => changeView(movedBy(view, column, by)),
    moveColumnTo: (column, target) => changeView(movedTo(view, column, target)),
    toggleGroup,
    copyRows: copying.rows,
    copyCell: copying.cell,
    menu(spot, at) {
      if (spot.part === 'heading') {
        const { column } = spot;
        const items = headingItems({ column, view, change: changeView, filter, t });
        setMenu({ at, items, label: t(`column.${column}`) });
      } else if (spot.part === 'vehicle') {
        const vehicle = vehicleById(spot.id);
        if (!vehicle) return;
        const items = cellItems({
          vehicle,
          column: spot.column ?? 'name',
          actions,
          copyColumn: (column) => copying.column(rows.ids(), column),
          addTerm: (term) => changeView({ query: withTerm(view.query, term) }),
          t,
        });
        setMenu({ at, items, label: t('cell.menu') });
      }
    },
  };

  return (
    <section className={styles.table} aria-label={t('vehicles.title')}>
      <AttentionStrip
        query={view.query}
        onSearch={(query) => changeView({ query })}
        onGone={focusSearch}
      />
      <Toolbar
        settings={settings}
        setSettings={setSettings}
        changeView={changeView}
        rows={rows}
        gridId={gridId}
        search={search}
        onLeaveSearch={focusGrid}
        onExport={exportShown}
      />
      <div id={gridId} role="tabpanel" aria-label={t('vehicles.title')} className={styles.panel}>
        {rows.length === 0 && view.query.trim() !== '' && !summary.isLoading ? (
          <NoMatch
            total={rows.total}
            onClear={() => {
              changeView({ query: '' });
              search.current?.focus();
            }}
          />
        ) : (
          <VehicleGrid
            ref={grid}
            rows={rows}
            sort={view.sort}
            columns={columns}
            density={settings.density}
            context={context}
            refreshing={summary.refreshing}
            isBusy={summary.refreshing.size > 0 || summary.isLoading}
            isLoading={summary.isLoading}
            openId={openId}
            actions={actions}
          />
        )}
      </div>
      <SelectionBar onExport={exportThese} onDone={focusGrid} />
      <TableAnnouncer view={view} found={rows.matches} total={rows.total} picked={picked.size} />
      {menu && (
        <AnchoredMenu
          label={menu.label}
          at={menu.at}
          items={menu.items}
          onClose={() => setMenu(null)}
        />
      )}
    </section>
  );
}
