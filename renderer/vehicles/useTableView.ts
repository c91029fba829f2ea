import { useCallback, useMemo, useRef } from 'react';
import type { TableSettings, TableView } from '../../contract/tableView.ts';
import { useTableSettings } from '../state/tableSettings.ts';
import type { ViewChange } from './columns/viewChanges.ts';

export interface TableState {
  readonly settings: TableSettings;
  readonly view: TableView;
  readonly setSettings: (settings: TableSettings) => void;
  /** Changes part of the view that is shown; saved views stay as they are until they are saved. */
  readonly changeView: (change: ViewChange) => void;
}

/** The table's set-up; `changeView` stays the same function for as long as the table lives. */
export function useTableView(): TableState {
  const [settings, setSettings] = useTableSettings();
  const latest = useRef({ settings, setSettings });
  latest.current = { settings, setSettings };
  const changeView = useCallback((change: ViewChange) => {
    const { settings: before, setSettings: set } = latest.current;
    if (Object.keys(change).length === 0) return;
    const next = { ...before, current: { ...before.current, ...change } };
    // Two changes may come before the screen has been painted again.
    latest.current = { settings: next, setSettings: set };
    set(next);
  }, []);
  return useMemo(
    () => ({ settings, view: settings.current, setSettings, changeView }),
    [settings, setSettings, changeView],
  );
}
