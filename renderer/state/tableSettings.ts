import { useSyncExternalStore } from 'react';
import { DEFAULT_TABLE_SETTINGS, type TableSettings } from '../../contract/tableView.ts';
import { createListeners } from './fleet/listeners.ts';

/*
 * Not in the query cache, which tells its readers a moment later: a text that is being typed must be
 * rendered at once, or its cursor jumps.
 */
const listeners = createListeners();
let settings: TableSettings = DEFAULT_TABLE_SETTINGS;

/** Columns are dragged and searches typed in many small steps. */
const KEEP_AFTER_MS = 400;

let unkept: TableSettings | null = null;
let keeping: ReturnType<typeof setTimeout> | undefined;

function keep(): void {
  clearTimeout(keeping);
  if (unkept) void window.motorpool['settings.setTable'](unkept);
  unkept = null;
}

window.addEventListener('pagehide', keep);

/** Takes over how the table was left. */
export function restoreTable(kept: TableSettings): void {
  settings = kept;
  listeners.tell();
}

function changeTable(next: TableSettings): void {
  unkept = next;
  clearTimeout(keeping);
  keeping = setTimeout(keep, KEEP_AFTER_MS);
  restoreTable(next);
}

/** How the table is set up; a change shows at once and is kept a moment later. */
export function useTableSettings(): readonly [TableSettings, (next: TableSettings) => void] {
  return [useSyncExternalStore(listeners.subscribe, () => settings), changeTable];
}
