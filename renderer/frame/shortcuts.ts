/** The parts of a key press that decide. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
>;

export const isMac = /Mac OS X|Macintosh/.test(navigator.userAgent);

/**
 * Whether a key press is `Mod` (Ctrl, on macOS Cmd) and this key, and nothing else. A key held down
 * counts once.
 */
export function isModKey(press: KeyPress, key: string, onMac: boolean): boolean {
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const alone = mod && !other && !press.altKey && !press.shiftKey && !press.repeat;
  return alone && press.key.toLowerCase() === key;
}
