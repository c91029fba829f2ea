/** The parts of a key press that decide. */
export type GridPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What the focus is on. */
export type GridPart = 'heading' | 'vehicle' | 'group';

/** What a key asks of the part of the table that has the focus; moving is not among it. */
export type GridCommand =
  | 'open'
  | 'preview'
  | 'toggle'
  | 'extendUp'
  | 'extendDown'
  | 'selectAll'
  | 'clear'
  | 'refresh'
  | 'showOnMap'
  | 'lock'
  | 'tag'
  | 'groupBy'
  | 'filter'
  | 'menu'
  | 'copyRows'
  | 'copyCell'
  | 'sort'
  | 'addSort'
  | 'wider'
  | 'narrower'
  | 'moveBack'
  | 'moveOn'
  | 'expand'
  | 'collapse'
  | 'toggleGroup';

type KeyMap = Readonly<Record<string, GridCommand>>;

/** `Mod+`, `Alt+` and `Shift+` in this order, then the key as the browser names it, letters small. */
const EVERYWHERE: KeyMap = { 'Mod+a': 'selectAll', Escape: 'clear' };

/** What needs a column, which the row of a group has not. */
const IN_COLUMN: KeyMap = {
  ...EVERYWHERE,
  g: 'groupBy',
  f: 'filter',
  ContextMenu: 'menu',
  'Shift+F10': 'menu',
};

/** The keys of each part; the key sheet is written from them. */
export const GRID_KEYS: Readonly<Record<GridPart, KeyMap>> = {
  vehicle: {
    ...IN_COLUMN,
    Enter: 'open',
    ' ': 'toggle',
    'Shift+ ': 'toggle',
    'Shift+ArrowUp': 'extendUp',
    'Shift+ArrowDown': 'extendDown',
    p: 'preview',
    r: 'refresh',
    m: 'showOnMap',
    l: 'lock',
    t: 'tag',
    'Mod+c': 'copyRows',
    'Mod+Shift+c': 'copyCell',
  },
  group: {
    ...EVERYWHERE,
    Enter: 'toggleGroup',
    ' ': 'toggleGroup',
    ArrowRight: 'expand',
    ArrowLeft: 'collapse',
  },
  heading: {
    ...IN_COLUMN,
    Enter: 'sort',
    ' ': 'sort',
    'Shift+Enter': 'addSort',
    'Shift+ ': 'addSort',
    'Shift+ArrowLeft': 'narrower',
    'Shift+ArrowRight': 'wider',
    'Mod+ArrowLeft': 'moveBack',
    'Mod+ArrowRight': 'moveOn',
    'Alt+ArrowDown': 'menu',
  },
};

/** How a press is written in the maps above. */
function written(press: GridPress, onMac: boolean): string | null {
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${key}`;
}

/** What a key asks for; `null` where it is none of the table's. */
export function gridCommand(press: GridPress, part: GridPart, onMac: boolean): GridCommand | null {
  const key = written(press, onMac);
  if (key === null || !Object.hasOwn(GRID_KEYS[part], key)) return null;
  return GRID_KEYS[part][key] ?? null;
}
