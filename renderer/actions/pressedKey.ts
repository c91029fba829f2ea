/** The parts of a key press that decide. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

const FUNCTION_KEY = /^F(?:[1-9]|1[0-2])$/;
const LETTER = /^\p{L}$/u;
const NOT_LATIN = /^(?!\p{Script=Latin})\p{L}$/u;

/**
 * The character of a key: on keyboards without Latin letters, and where digits need Shift, what stands
 * at that place on others.
 */
function characterOf({ key, code, shiftKey }: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && !shiftKey) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (letter !== undefined && NOT_LATIN.test(key) ? letter : key).toLowerCase();
}

/**
 * How `contract/shortcuts.ts` writes the key that was pressed; `null` where it could be nobody's: what
 * only types, a modifier alone, or a combination that the system keeps for itself. `/` and `?` alone
 * are keys where nobody types.
 */
export function pressedKey(press: KeyPress, onMac: boolean): string | null {
  const { key, shiftKey } = press;
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other || press.altKey) return null;
  if (FUNCTION_KEY.test(key)) return `${mod ? 'Mod+' : ''}${shiftKey ? 'Shift+' : ''}${key}`;
  if (!mod) return key === '/' || key === '?' ? key : null;
  const character = characterOf(press);
  if (character.length !== 1 || character === ' ') return null;
  return LETTER.test(character) && shiftKey ? `Mod+Shift+${character}` : `Mod+${character}`;
}

/** A key for `aria-keyshortcuts`. */
export function ariaKey(written: string, onMac: boolean): string {
  return written.replace('Mod', onMac ? 'Meta' : 'Control');
}
