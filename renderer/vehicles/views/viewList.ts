import { DEFAULT_VIEW, type TableSettings, type TableView } from '../../../contract/tableView.ts';

const MAX_VIEWS = 50;

/** What the table's current set-up began as: a saved view, or the whole table. */
function baseOf({ views, activeViewId }: TableSettings): TableView {
  return views.find(({ id }) => id === activeViewId)?.view ?? DEFAULT_VIEW;
}

/** Whether something was changed since the current view was chosen or saved. */
export function isChanged(settings: TableSettings): boolean {
  return JSON.stringify(ordered(settings.current)) !== JSON.stringify(ordered(baseOf(settings)));
}

/** The same view as always the same text. */
function ordered({ widths, ...view }: TableView): object {
  const sizes = Object.entries(widths).sort(([a], [b]) => (a < b ? -1 : 1));
  return [view.query, view.sort, view.columns, view.pinned, sizes, view.groupBy];
}

/** Shows a saved view, or the whole table (`null`), as it was saved. */
export function withActive(settings: TableSettings, id: string | null): TableSettings {
  const next = { ...settings, activeViewId: id };
  return { ...next, current: baseOf(next) };
}

/** Keeps the table as it is now under a name of its own. */
export function withNew(settings: TableSettings, id: string, name: string): TableSettings {
  if (settings.views.length >= MAX_VIEWS) return settings;
  const view = { id, name, view: settings.current };
  return { ...settings, views: [...settings.views, view], activeViewId: id };
}

/** Puts the table as it is now in the place of what the active view held. */
export function withSaved(settings: TableSettings): TableSettings {
  const { activeViewId, current } = settings;
  return {
    ...settings,
    views: settings.views.map((one) => (one.id === activeViewId ? { ...one, view: current } : one)),
  };
}

export function withName(settings: TableSettings, id: string, name: string): TableSettings {
  return {
    ...settings,
    views: settings.views.map((one) => (one.id === id ? { ...one, name } : one)),
  };
}

/** Without this view; what is on the screen stays as it is. */
export function without(settings: TableSettings, id: string): TableSettings {
  const { activeViewId } = settings;
  return {
    ...settings,
    views: settings.views.filter((one) => one.id !== id),
    activeViewId: activeViewId === id ? null : activeViewId,
  };
}

/** Views from a file after those that are there; a name that is taken gets a number. */
export function withAdded(
  settings: TableSettings,
  added: TableSettings['views'],
  newId: () => string,
): TableSettings {
  const names = new Set(settings.views.map(({ name }) => name));
  const views = added.map(({ name, view }) => {
    let free = name;
    for (let number = 2; names.has(free); number += 1) free = `${name.slice(0, 55)} ${number}`;
    names.add(free);
    return { id: newId(), name: free, view };
  });
  return { ...settings, views: [...settings.views, ...views].slice(0, MAX_VIEWS) };
}
