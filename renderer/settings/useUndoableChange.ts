import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useShell } from '../frame/shell.ts';

export interface UndoableChange<T> {
  readonly change: (part: Partial<T>) => void;
  readonly undo: () => void;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

function valuesBefore<T extends object>(current: T, part: Partial<T>): Partial<T> {
  const names = Object.keys(part) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, current[name]])) as Partial<T>;
}

/** Changes settings at once by `save`, and remembers what was before. */
export function useUndoableChange<T extends object>(
  current: T,
  save: (next: T) => Promise<unknown>,
): UndoableChange<T> {
  const { report } = useShell();
  /** Only what was changed here: the rest may have been changed elsewhere since. */
  const [before, setBefore] = useState<Partial<T> | null>(null);
  const saving = useMutation({
    mutationFn: (next: T) => save(next),
    onError: () => report('unexpected'),
  });
  return {
    change(part) {
      setBefore(valuesBefore(current, part));
      saving.mutate({ ...current, ...part });
    },
    undo() {
      if (before === null) return;
      setBefore(null);
      saving.mutate({ ...current, ...before });
    },
    changed: saving.isSuccess ? { canUndo: before !== null } : null,
  };
}
