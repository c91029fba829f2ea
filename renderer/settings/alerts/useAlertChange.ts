import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlertSettings } from '../../../contract/alerts.ts';
import { useShell } from '../../frame/shell.ts';

interface AlertChange {
  readonly change: (part: Partial<AlertSettings>) => void;
  readonly undo: () => void;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

/** Changes what is told of at once, and remembers what was before. */
export function useAlertChange(current: AlertSettings): AlertChange {
  const { report } = useShell();
  const [before, setBefore] = useState<AlertSettings | null>(null);
  const save = useMutation({
    mutationFn: (next: AlertSettings) => window.motorpool['settings.setAlerts'](next),
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
