import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Budget } from '../../contract/budget.ts';
import { useShell } from '../frame/shell.ts';

interface BudgetChange {
  readonly change: (part: Partial<Budget>) => void;
  readonly undo: () => void;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

/** Changes the budget at once, and remembers the one before. */
export function useBudgetChange(current: Budget): BudgetChange {
  const { report } = useShell();
  const [before, setBefore] = useState<Budget | null>(null);
  const save = useMutation({
    mutationFn: (budget: Budget) => window.motorpool['settings.setBudget'](budget),
    onError: () => report('unexpected'),
  });
  return {
    change(part) {
      setBefore(current);
      save.mutate({ ...current, ...part });
    },
    undo() {
      if (before === null) return;
      setBefore(null);
      save.mutate(before);
    },
    changed: save.isSuccess ? { canUndo: before !== null } : null,
  };
}
