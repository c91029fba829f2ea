import type { MenuItemConstructorOptions } from 'electron';

/** Words that a headline writes small, unless they are its first or last. */
const SMALL = new Set([
  'a',
  'an',
  'and',
  'before',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
]);

/** English as menus of macOS write it: "Connect a Car…". */
export function titleCase(text: string): string {
  const words = text.split(' ');
  return words
    .map((word, place) => {
      const isSmall = place > 0 && place < words.length - 1 && SMALL.has(word);
      return isSmall ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');
}

const LETTER = /\p{L}/u;

/** Where the letter of a label stands that nobody else in its menu has: a word's first, if one is free. */
function freeLetter(label: string, taken: ReadonlySet<string>): number {
  const places = [...label].map((_sign, place) => place);
  const isFree = (place: number) => {
    const sign = label.charAt(place);
    return LETTER.test(sign) && !taken.has(sign.toLowerCase());
  };
  const begins = (place: number) => place === 0 || label.charAt(place - 1) === ' ';
  return places.find((place) => begins(place) && isFree(place)) ?? places.find(isFree) ?? -1;
}

/**
 * Menus of Windows and Linux with the underlined letters by which the keyboard gets about in them: Alt
 * opens the bar, a letter chooses.
 */
export function withMnemonics(
  items: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const submenu = Array.isArray(item.submenu) ? { submenu: withMnemonics(item.submenu) } : {};
    if (item.label === undefined || item.visible === false) return { ...item, ...submenu };
    const place = freeLetter(item.label, taken);
    if (place < 0) return { ...item, ...submenu };
    taken.add(item.label.charAt(place).toLowerCase());
    const label = `${item.label.slice(0, place)}&${item.label.slice(place)}`;
    return { ...item, ...submenu, label };
  });
}
