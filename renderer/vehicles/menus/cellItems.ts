import IconColumns3 from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import type { TFunction } from 'i18next';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { formatCount } from '../../format/amount.ts';
import { isMac } from '../../frame/shortcuts.ts';
import type { AnchoredItem } from '../../ui/AnchoredMenu.tsx';
import { columnOf } from '../columns/columns.ts';
import { type GridActions, targetsOf } from '../grid/gridKeyDown.ts';

interface CellMenu {
  readonly vehicle: Vehicle;
  readonly column: ColumnId;
  readonly actions: Pick<
    GridActions,
    'open' | 'showOnMap' | 'refresh' | 'lock' | 'tag' | 'copyRows' | 'copyCell'
  >;
  readonly copyColumn: (column: ColumnId) => void;
  readonly addTerm: (term: string) => void;
  readonly t: TFunction;
}

/** What can be done with one cell, and with the vehicle it belongs to. */
export function cellItems(menu: CellMenu): AnchoredItem[] {
  const { vehicle, column, actions, copyColumn, addTerm, t } = menu;
  const { id } = vehicle;
  const mod = isMac ? '⌘' : 'Ctrl+';
  const shift = isMac ? '⇧' : 'Shift+';
  const terms = columnOf(column).terms(vehicle);
  const targets = targetsOf(id);
  const { length: count } = targets;
  const many = { count, value: formatCount(count) };
  return [
    { id: 'open', label: t('cell.open'), keys: '⏎', run: () => actions.open(id) },
    {
      id: 'map',
      icon: IconMap2,
      label: t('map.showVehicle'),
      keys: 'M',
      run: () => actions.showOnMap(id),
    },
    { id: 'line-1', line: true },
    {
      id: 'copy-value',
      icon: IconCopy,
      label: t('cell.copyValue'),
      keys: `${mod}${shift}C`,
      run: () => actions.copyCell(id, column),
    },
    {
      id: 'copy-rows',
      label: t('bulk.copy', many),
      keys: `${mod}C`,
      run: () => actions.copyRows(targets),
    },
    {
      id: 'copy-column',
      icon: IconColumns3,
      label: t('cell.copyColumn'),
      run: () => copyColumn(column),
    },
    ...(terms
      ? [
          { id: 'line-2', line: true } as const,
          {
            id: 'only',
            icon: IconFilter,
            label: t('cell.only', { term: terms.only }),
            run: () => addTerm(terms.only),
          },
          {
            id: 'without',
            icon: IconFilterOff,
            label: terms.without.startsWith('-')
              ? t('cell.without', { term: terms.only })
              : t('cell.only', { term: terms.without }),
            run: () => addTerm(terms.without),
          },
        ]
      : []),
    { id: 'line-3', line: true },
    {
      id: 'refresh',
      icon: IconRefresh,
      label: t('bulk.refresh', many),
      keys: 'R',
      run: () => actions.refresh(targets),
    },
    {
      id: 'lock',
      icon: IconLock,
      label: t('bulk.lock', many),
      keys: 'L',
      run: () => actions.lock(targets),
    },
    {
      id: 'tag',
      icon: IconTag,
      label: t('bulk.tags', many),
      keys: 'T',
      run: () => actions.tag(targets),
    },
  ];
}
