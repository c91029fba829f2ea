import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appearance } from '../../contract/appearance.ts';
import type { Density } from '../../contract/tableView.ts';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { useTableSettings } from '../state/tableSettings.ts';

/** What is kept for the whole app, and how close the rows of its table stand. */
export type Look = Appearance & { readonly density: Density };

interface AppearanceChange {
  readonly look: Look;
  readonly change: (part: Partial<Look>) => void;
  readonly undo: () => void;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

/** Changes the appearance at once, and remembers the one before. */
export function useAppearanceChange(): AppearanceChange {
  const { report } = useShell();
  const { choice } = useStatus().appearance;
  const [table, changeTable] = useTableSettings();
  const [before, setBefore] = useState<Look | null>(null);
  const [isChanged, setIsChanged] = useState(false);
  const save = useMutation({
    mutationFn: (appearance: Appearance) => window.motorpool['settings.setAppearance'](appearance),
    onSuccess: () => setIsChanged(true),
    onError: () => report('unexpected'),
  });
  const look: Look = { ...choice, density: table.density };

  function apply({ density, ...appearance }: Look): void {
    if (density !== table.density) {
      changeTable({ ...table, density });
      setIsChanged(true);
    }
    save.mutate(appearance);
  }

  return {
    look,
    change(part) {
      setBefore(look);
      apply({ ...look, ...part });
    },
    undo() {
      if (before === null) return;
      setBefore(null);
      apply(before);
    },
    changed: isChanged ? { canUndo: before !== null } : null,
  };
}
