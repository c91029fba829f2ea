import type { ActionId } from '../../../contract/actions.ts';
import { actionWith, type Shortcuts } from '../../../contract/shortcuts.ts';

/** What the system, the editing of text or the table does with these keys, on any system. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['Mod+a', 'Mod+c', 'Mod+v', 'Mod+x', 'Mod+z', 'Mod+y', 'Mod+Shift+z', 'Mod+Shift+v'],
  ...['Mod+q', 'Mod+w', 'Mod+Shift+w', 'Mod+m', 'Mod+h', 'Mod+Shift+q', 'Mod+Shift+c'],
  ...['Mod+0', 'Mod++', 'Mod+-', 'Mod+=', 'Mod+_', 'Mod+Shift+i', 'Mod+`'],
  ...['F10', 'F11', 'F12', 'Shift+F10', 'Mod+F4'],
]);

/** Why a key cannot be taken. */
export type Refusal =
  | { readonly why: 'needsMod' }
  | { readonly why: 'reserved'; readonly key: string }
  | { readonly why: 'taken'; readonly key: string; readonly by: ActionId };

/** Why an action cannot have this key (`null`: it only types); `null` where it can. */
export function refusalOf(key: string | null, id: ActionId, shortcuts: Shortcuts): Refusal | null {
  if (key === null || key.length === 1) return { why: 'needsMod' };
  if (RESERVED.has(key)) return { why: 'reserved', key };
  const by = actionWith(key, shortcuts);
  return by === null || by === id ? null : { why: 'taken', key, by };
}
