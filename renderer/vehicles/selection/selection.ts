import { useSyncExternalStore } from 'react';

const NOBODY: ReadonlySet<string> = new Set();

/** The vehicles that were picked in the table, by their ids. */
export interface Selection {
  readonly ids: () => ReadonlySet<string>;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** These instead of those so far. */
  readonly set: (ids: Iterable<string>) => void;
  /** These as well. */
  readonly add: (ids: Iterable<string>) => void;
  /** Drops those that are not among these. */
  readonly keepOnly: (ids: ReadonlySet<string>) => void;
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Kept outside of React: of many thousand rows only those that change are told. */
export function createSelection(): Selection {
  let ids = NOBODY;
  const listeners = new Set<() => void>();
  const become = (next: ReadonlySet<string>) => {
    if (next === ids) return;
    ids = next.size === 0 ? NOBODY : next;
    for (const listener of listeners) listener();
  };
  return {
    ids: () => ids,
    has: (id) => ids.has(id),
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      become(next);
    },
    set: (some) => become(new Set(some)),
    add: (some) => become(new Set([...ids, ...some])),
    keepOnly(some) {
      const next = new Set([...ids].filter((id) => some.has(id)));
      if (next.size !== ids.size) become(next);
    },
    clear: () => become(NOBODY),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The selection of the one table; it outlives the table while another screen is shown. */
export const selection = createSelection();

/** The picked vehicles; the same set until another is picked. */
export function useSelection(): ReadonlySet<string> {
  return useSyncExternalStore(selection.subscribe, selection.ids);
}

/** Whether one vehicle is picked. */
export function useIsSelected(id: string): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.has(id));
}
