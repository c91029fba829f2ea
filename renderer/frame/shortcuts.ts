import { useEffect, useEffectEvent } from 'react';

/** The parts of a key press that decide. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
>;

export const isMac = /Mac OS X|Macintosh/.test(navigator.userAgent);

/**
 * Whether a key press is `Mod` (Ctrl, on macOS Cmd) and this letter, and nothing else. A key held
 * down counts once.
 */
export function isModKey(press: KeyPress, letter: string, onMac: boolean): boolean {
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const alone = mod && !other && !press.shiftKey && !press.altKey && !press.repeat;
  return alone && press.key.toLowerCase() === letter;
}

/** How a shortcut is written on this system. */
export function modKeyText(letter: string, onMac: boolean): string {
  return onMac ? `⌘${letter.toUpperCase()}` : `Ctrl+${letter.toUpperCase()}`;
}

/** Runs `action` on `Mod` and this letter, wherever the focus is, except under an open dialog. */
export function useModKey(letter: string, action: () => void): void {
  const onKey = useEffectEvent(action);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isModKey(event, letter, isMac)) return;
      event.preventDefault();
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      onKey();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [letter]);
}
