import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconLayoutList from '@tabler/icons-react/dist/esm/icons/IconLayoutList.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import type { TFunction } from 'i18next';
import type { ColumnId, TableView } from '../../../contract/tableView.ts';
import { isMac } from '../../frame/shortcuts.ts';
import type { AnchoredItem } from '../../ui/AnchoredMenu.tsx';
import {
  movedBy,
  pinned,
  shown,
  sortedBy,
  sortedOnlyBy,
  type ViewChange,
} from '../columns/viewChanges.ts';

interface HeadingMenu {
  readonly column: ColumnId;
  readonly view: TableView;
  readonly change: (change: ViewChange) => void;
  readonly filter: (column: ColumnId) => void;
  readonly t: TFunction;
}

/** All that can be done to a column, with the keys that do the same. */
export function headingItems({ column, view, change, filter, t }: HeadingMenu): AnchoredItem[] {
  const mod = isMac ? '⌘' : 'Ctrl+';
  const isPinned = view.pinned.includes(column);
  const isGrouped = view.groupBy === column;
  const { [column]: width, ...otherWidths } = view.widths;
  return [
    {
      id: 'sort-up',
      icon: IconArrowUp,
      label: t('heading.sortUp'),
      keys: '⏎',
      run: () => change(sortedOnlyBy(column, false)),
    },
    {
      id: 'sort-down',
      icon: IconArrowDown,
      label: t('heading.sortDown'),
      run: () => change(sortedOnlyBy(column, true)),
    },
    {
      id: 'sort-add',
      label: t('heading.sortAdd'),
      keys: '⇧⏎',
      run: () => change(sortedBy(view, column, true)),
    },
    { id: 'line-1', line: true },
    {
      id: 'filter',
      icon: IconFilter,
      label: t('heading.filter'),
      keys: 'F',
      run: () => filter(column),
    },
    {
      id: 'group',
      icon: IconLayoutList,
      label: t(isGrouped ? 'heading.ungroup' : 'heading.group'),
      keys: 'G',
      run: () => change({ groupBy: isGrouped ? null : column }),
    },
    { id: 'line-2', line: true },
    {
      id: 'pin',
      icon: isPinned ? IconPinnedOff : IconPin,
      label: t(isPinned ? 'heading.unpin' : 'heading.pin'),
      run: () => change(pinned(view, column, !isPinned)),
    },
    {
      id: 'move-back',
      icon: IconArrowLeft,
      label: t('heading.moveBack'),
      keys: `${mod}←`,
      run: () => change(movedBy(view, column, -1)),
    },
    {
      id: 'move-on',
      icon: IconArrowRight,
      label: t('heading.moveOn'),
      keys: `${mod}→`,
      run: () => change(movedBy(view, column, 1)),
    },
    {
      id: 'width',
      label: t('heading.resetWidth'),
      keys: '⇧← ⇧→',
      run: () => {
        if (width !== undefined) change({ widths: otherWidths });
      },
    },
    { id: 'line-3', line: true },
    {
      id: 'hide',
      icon: IconEyeOff,
      label: t('heading.hide'),
      run: () => change(shown(view, column, false)),
    },
  ];
}
