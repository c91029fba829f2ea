import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useShell } from '../frame/shell.ts';

export interface UndoableChange<T> {
  readonly change: (part: Partial<T>) => void;
  readonly undo: () => void;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

/** Changes settings at once by `save`, and remembers what was before. */
export function useUndoableChange<T extends object>(
  current: T,
  save: (next: T) => Promise<unknown>,
): UndoableChange<T> {
  const { report } = useShell();
  const [before, setBefore] = useState<T | null>(null);
  const saving = useMutation({
    mutationFn: (next: T) => save(next),
    onError: () => report('unexpected'),
  });
  return {
    change(part) {
      setBefore(current);
      saving.mutate({ ...current, ...part });
    },
    undo() {
      if (before === null) return;
      setBefore(null);
      saving.mutate(before);
    },
    changed: saving.isSuccess ? { canUndo: before !== null } : null,
  };
}
