const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ContextMenu: 'Menu',
};

/** In the order in which macOS writes them; elsewhere `Mod` comes first. */
const MAC_MODIFIERS = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Mod', '⌘'],
] as const;

/** How a key of the maps, such as `Mod+Shift+c`, is written on this system. */
export function keyText(written: string, onMac: boolean): string {
  const parts = written.split('+');
  const key = parts.pop() ?? '';
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (onMac) {
    const signs = MAC_MODIFIERS.filter(([modifier]) => parts.includes(modifier));
    return `${signs.map(([, sign]) => sign).join('')}${name}`;
  }
  return [...parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)), name].join('+');
}
