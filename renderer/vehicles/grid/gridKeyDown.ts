import type { KeyboardEvent } from 'react';
import type { ColumnId } from '../../../contract/tableView.ts';
import { isMac } from '../../frame/shortcuts.ts';
import type { Rows } from '../../state/fleet/rows.ts';
import type { ShownColumns } from '../columns/useColumns.ts';
import { selection } from '../selection/selection.ts';
import { type GridCommand, gridCommand } from './gridKeys.ts';
import { gridMove } from './gridMove.ts';
import { cellOf, type GridSpot, spotOf } from './spotOf.ts';
import type { Roving } from './useRoving.ts';

/** What the keys and the pointer of the table do beyond moving in it. */
export interface GridActions {
  readonly open: (id: string) => void;
  /** Shows the details beside the table, in which the keyboard stays; puts them away again. */
  readonly preview: (id: string) => void;
  readonly refresh: (ids: readonly string[]) => void;
  readonly showOnMap: (id: string) => void;
  readonly lock: (ids: readonly string[]) => void;
  readonly tag: (ids: readonly string[]) => void;
  readonly groupBy: (column: ColumnId) => void;
  readonly filter: (column: ColumnId) => void;
  readonly sort: (column: ColumnId, isAdded: boolean) => void;
  readonly resize: (column: ColumnId, by: number) => void;
  readonly moveColumn: (column: ColumnId, by: -1 | 1) => void;
  readonly toggleGroup: (groupKey: string, collapse?: boolean) => void;
  readonly copyRows: (ids: readonly string[]) => void;
  readonly copyCell: (id: string, column: ColumnId) => void;
  /** Opens the menu of this spot below the cell. */
  readonly menu: (spot: GridSpot, at: DOMRect) => void;
}

const RESIZE_STEP = 16;

/** The vehicles that an act at this row means: all that are picked, if this one is among them. */
export function targetsOf(id: string): readonly string[] {
  return selection.has(id) ? [...selection.ids()] : [id];
}

interface Keyboard {
  readonly rows: Rows;
  readonly columns: ShownColumns;
  readonly roving: Roving;
  readonly page: number;
  readonly actions: GridActions;
}

/** Does what a key asks for at this spot; answers whether it did anything. */
function run(command: GridCommand, spot: GridSpot, cell: Element, keyboard: Keyboard): boolean {
  const { rows, roving, actions } = keyboard;
  const id = spot.part === 'vehicle' ? spot.id : null;
  const column = spot.part === 'group' ? null : spot.column;
  const extend = (by: -1 | 1) => {
    if (id === null) return false;
    const next = rows.at(roving.place.row + by);
    selection.add([id]);
    if (next?.kind === 'vehicle') {
      // Going back over what was picked drops it again, as in a list of files.
      if (selection.has(next.id)) selection.toggle(id);
      else selection.add([next.id]);
      roving.moveTo({ ...roving.place, row: roving.place.row + by });
    }
    return true;
  };
  switch (command) {
    case 'selectAll':
      selection.set(rows.ids());
      return true;
    case 'clear':
      if (selection.ids().size === 0) return false;
      selection.clear();
      return true;
    case 'extendUp':
      return extend(-1);
    case 'extendDown':
      return extend(1);
    case 'menu':
      actions.menu(spot, cell.getBoundingClientRect());
      return true;
  }
  if (spot.part === 'group') {
    if (command === 'toggleGroup') actions.toggleGroup(spot.groupKey);
    else if (command === 'expand') actions.toggleGroup(spot.groupKey, false);
    else if (command === 'collapse') actions.toggleGroup(spot.groupKey, true);
    else return false;
    return true;
  }
  if (id !== null) {
    if (command === 'open') actions.open(id);
    else if (command === 'preview') actions.preview(id);
    else if (command === 'toggle') selection.toggle(id);
    else if (command === 'refresh') actions.refresh(targetsOf(id));
    else if (command === 'showOnMap') actions.showOnMap(id);
    else if (command === 'lock') actions.lock(targetsOf(id));
    else if (command === 'tag') actions.tag(targetsOf(id));
    else if (command === 'copyRows') actions.copyRows(targetsOf(id));
    else if (command === 'copyCell' && column !== null) actions.copyCell(id, column);
    else return column !== null && runOnColumn(command, column, actions);
    return true;
  }
  return column !== null && runOnColumn(command, column, actions);
}

function runOnColumn(command: GridCommand, column: ColumnId, actions: GridActions): boolean {
  switch (command) {
    case 'groupBy':
      actions.groupBy(column);
      return true;
    case 'filter':
      actions.filter(column);
      return true;
    case 'sort':
      actions.sort(column, false);
      return true;
    case 'addSort':
      actions.sort(column, true);
      return true;
    case 'wider':
      actions.resize(column, RESIZE_STEP);
      return true;
    case 'narrower':
      actions.resize(column, -RESIZE_STEP);
      return true;
    case 'moveBack':
      actions.moveColumn(column, -1);
      return true;
    case 'moveOn':
      actions.moveColumn(column, 1);
      return true;
    default:
      return false;
  }
}

/** All keys of the table, for the element around its cells. */
export function gridKeyDown(event: KeyboardEvent, keyboard: Keyboard): void {
  const { rows, columns, roving, page } = keyboard;
  const cell = cellOf(event.target);
  const spot = spotOf(event.target);
  // Buttons inside a cell keep their own keys.
  if (!cell || !spot || event.target !== cell) return;
  const command = gridCommand(event, spot.part, isMac);
  if (command !== null) {
    if (run(command, spot, cell, keyboard)) event.preventDefault();
    return;
  }
  const to = gridMove(event, roving.place, {
    rows: rows.length,
    columns: columns.shown.length,
    page,
  });
  if (!to) return;
  event.preventDefault();
  roving.moveTo(to);
}
