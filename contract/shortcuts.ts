import * as z from 'zod';
import { ACTION_IDS, type ActionId } from './actions.ts';

/**
 * How a key is written: `Mod` (Ctrl, on macOS Cmd) and a character, with `Shift` for letters only, since
 * what Shift makes of the rest depends on the keyboard; or a function key. Letters are small.
 */
const KEY = /^(?:Mod\+(?:(?:Shift\+)?\p{Ll}|[^\p{L}\s])|(?:Mod\+)?(?:Shift\+)?F(?:[1-9]|1[0-2]))$/u;

const shortcutSchema = z.string().max(20).regex(KEY).nullable();

/** The keys that a person chose; `null`: none. Actions that are left out have their default key. */
export const shortcutsSchema = z.partialRecord(z.enum(ACTION_IDS), shortcutSchema);
export type Shortcuts = Readonly<z.infer<typeof shortcutsSchema>>;

/** The key of each action as long as nobody chose another; `null`: none. */
export const DEFAULT_KEYS: Readonly<Record<ActionId, string | null>> = {
  connect: 'Mod+n',
  refresh: 'Mod+r',
  refreshAll: 'Mod+Shift+r',
  pauseReading: null,
  search: 'Mod+f',
  export: 'Mod+e',
  palette: 'Mod+k',
  vehicles: 'Mod+1',
  map: 'Mod+2',
  showOnMap: null,
  onboarding: 'Mod+3',
  activity: 'Mod+4',
  settings: 'Mod+,',
  diagnostics: 'Mod+Shift+d',
  supportFile: null,
  importVins: null,
  checkVins: null,
  alerts: null,
  anotherApplication: null,
  themeLight: null,
  themeDark: null,
  themeSystem: null,
  rowsNormal: null,
  rowsCompact: null,
  hideDetails: 'Mod+Shift+h',
  lockNow: 'Mod+Shift+l',
  keys: 'Mod+/',
};

/** Keys that an action has besides; they stay whatever a person chooses. */
export const FIXED_KEYS: Readonly<Partial<Record<ActionId, readonly string[]>>> = {
  search: ['/'],
  map: ['Mod+Shift+m'],
  settings: ['Mod+5'],
  keys: ['?'],
};

/**
 * The key of each action with what a person chose. A default key that they gave to another action
 * belongs to that one.
 */
export function keysWith(shortcuts: Shortcuts): Readonly<Record<ActionId, string | null>> {
  const chosen = new Set(Object.values(shortcuts));
  const keyOf = (id: ActionId) => {
    const own = shortcuts[id];
    if (own !== undefined) return own;
    const key = DEFAULT_KEYS[id];
    return chosen.has(key) ? null : key;
  };
  return Object.fromEntries(ACTION_IDS.map((id) => [id, keyOf(id)])) as Record<
    ActionId,
    string | null
  >;
}

/** The action that a key belongs to, or `null`. */
export function actionWith(key: string, shortcuts: Shortcuts): ActionId | null {
  const keys = keysWith(shortcuts);
  return ACTION_IDS.find((id) => keys[id] === key || FIXED_KEYS[id]?.includes(key)) ?? null;
}

/** Whether no key that was chosen belongs to two actions. */
function isUnambiguous(shortcuts: Shortcuts): boolean {
  const keys = Object.values(shortcuts).filter((key) => key !== null);
  const fixed = Object.values(FIXED_KEYS).flat();
  return new Set(keys).size === keys.length && !keys.some((key) => fixed.includes(key));
}

/** What main takes from the settings screen. */
export const newShortcutsSchema = shortcutsSchema.refine(isUnambiguous);
