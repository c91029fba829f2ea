import { useEffect, useEffectEvent } from 'react';

/** The parts of a key press that decide. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
>;

export const isMac = /Mac OS X|Macintosh/.test(navigator.userAgent);

/**
 * Whether a key press is `Mod` (Ctrl, on macOS Cmd) and this letter, with Shift where that is asked for,
 * and nothing else. A key held down counts once.
 */
export function isModKey(
  press: KeyPress,
  letter: string,
  onMac: boolean,
  withShift = false,
): boolean {
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const alone = mod && !other && !press.altKey && !press.repeat;
  return alone && press.shiftKey === withShift && press.key.toLowerCase() === letter;
}

/** How a shortcut is written on this system. */
export function modKeyText(letter: string, onMac: boolean, withShift = false): string {
  const key = letter.toUpperCase();
  if (onMac) return withShift ? `⇧⌘${key}` : `⌘${key}`;
  return withShift ? `Ctrl+Shift+${key}` : `Ctrl+${key}`;
}

/** Runs `action` on `Mod` and this letter, wherever the focus is, except under an open dialog. */
export function useModKey(letter: string, action: () => void, withShift = false): void {
  const onKey = useEffectEvent(action);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isModKey(event, letter, isMac, withShift)) return;
      event.preventDefault();
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      onKey();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [letter, withShift]);
}
