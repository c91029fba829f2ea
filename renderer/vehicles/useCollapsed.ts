import { useCallback, useState } from 'react';
import type { ColumnId } from '../../contract/tableView.ts';

type Collapsed = ReadonlySet<string>;

const NONE: Collapsed = new Set();

/** The groups that are folded away; another grouping begins with all of them open. */
export function useCollapsed(
  groupBy: ColumnId | null,
): readonly [Collapsed, (groupKey: string, collapse?: boolean) => void] {
  const [state, setState] = useState({ groupBy, keys: NONE });
  const toggle = useCallback(
    (groupKey: string, collapse?: boolean) =>
      setState((before) => {
        const keys = new Set(before.groupBy === groupBy ? before.keys : NONE);
        const isCollapsed = keys.has(groupKey);
        if (collapse === isCollapsed) return before;
        if (isCollapsed) keys.delete(groupKey);
        else keys.add(groupKey);
        return { groupBy, keys };
      }),
    [groupBy],
  );
  return [state.groupBy === groupBy ? state.keys : NONE, toggle];
}
