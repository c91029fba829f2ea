import type { Appearance } from '../../contract/appearance.ts';
import type { Density } from '../../contract/tableView.ts';
import { useStatus } from '../state/cache.ts';
import { useTableSettings } from '../state/tableSettings.ts';
import { type UndoableChange, useUndoableChange } from './useUndoableChange.ts';

/** What is kept for the whole app, and how close the rows of its table stand. */
export type Look = Appearance & { readonly density: Density };

/** Changes the appearance at once, and remembers the one before. */
export function useAppearanceChange(): UndoableChange<Look> & { readonly look: Look } {
  const { choice } = useStatus().appearance;
  const [table, changeTable] = useTableSettings();
  const look: Look = { ...choice, density: table.density };
  const changing = useUndoableChange(look, ({ density, ...appearance }) => {
    if (density !== table.density) changeTable({ ...table, density });
    return window.motorpool['settings.setAppearance'](appearance);
  });
  return { look, ...changing };
}
