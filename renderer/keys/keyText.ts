import type { ParseKeys } from 'i18next';

/** The catalogue's words for keys that are called differently in other languages. */
type KeyName = Extract<ParseKeys, `keys.name.${string}`>;

/** Gives a key's name in the language of the window, as `t` does. */
export type KeyNameOf = (name: KeyName) => string;

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const NAMES: Readonly<Record<string, KeyName>> = {
  Mod: 'keys.name.ctrl',
  Shift: 'keys.name.shift',
  ' ': 'keys.name.space',
  Enter: 'keys.name.enter',
  Escape: 'keys.name.escape',
  Delete: 'keys.name.delete',
  Home: 'keys.name.home',
  End: 'keys.name.end',
  PageUp: 'keys.name.pageUp',
  PageDown: 'keys.name.pageDown',
  ContextMenu: 'keys.name.menu',
};

/** In the order in which macOS writes them; elsewhere `Mod` comes first. */
const MAC_MODIFIERS = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Mod', '⌘'],
] as const;

/** How a key of the maps, such as `Mod+Shift+c`, is written on this system and in this language. */
export function keyText(written: string, onMac: boolean, nameOf: KeyNameOf): string {
  // The plus key itself has nothing before it.
  const parts = written === '+' ? [written] : written.split('+');
  const key = parts.pop() ?? '';
  const called = (part: string) => {
    const name = NAMES[part];
    return SIGNS[part] ?? (name ? nameOf(name) : part);
  };
  const name = key.length === 1 && key !== ' ' ? key.toUpperCase() : called(key);
  if (onMac) {
    const signs = MAC_MODIFIERS.filter(([modifier]) => parts.includes(modifier));
    return `${signs.map(([, sign]) => sign).join('')}${name}`;
  }
  return [...parts.map(called), name].join('+');
}
