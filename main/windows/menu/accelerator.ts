/** Keys that Electron names otherwise than the page does. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  enter: 'Enter',
  escape: 'Escape',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  delete: 'Delete',
  backspace: 'Backspace',
  tab: 'Tab',
};

const PLAIN = /^(?:[a-z0-9]|[,./;'[\]\\`=-]|f(?:[1-9]|1\d|2[0-4]))$/;
const FUNCTION_KEY = /^f\d+$/;
const MODIFIERS: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Alt: 'Alt',
  Shift: 'Shift',
};

/**
 * A key as the app writes it (`Mod+Shift+m`) the way Electron's menus take it; `null` where a menu must
 * not show it: without `Mod` it is a letter that people type, and Electron refuses keys unknown to it.
 */
export function acceleratorOf(key: string | null): string | null {
  if (key === null) return null;
  // The key itself may be a plus sign.
  const parts = key.split(/\+(?=.)/);
  const last = (parts.pop() ?? '').toLowerCase();
  const name = NAMES[last] ?? (PLAIN.test(last) ? last.toUpperCase() : null);
  const modifiers = parts.map((part) => MODIFIERS[part]);
  const isSafe = parts.includes('Mod') || FUNCTION_KEY.test(last);
  if (name === null || modifiers.includes(undefined) || !isSafe) return null;
  return [...modifiers, name].join('+');
}
