import { useEffect, useEffectEvent } from 'react';
import { useShell } from '../frame/shell.ts';
import { isMac, isModKey, type KeyPress } from '../frame/shortcuts.ts';

/** Where the question mark is text, or belongs to something that lies above. */
const TYPING = 'input, textarea, select, [contenteditable], [role="dialog"], [popover]';

/** `?` alone, or `Mod+/`, which some keyboards have only with Shift. */
function asksForKeys(event: KeyPress): 'anywhere' | 'whereNobodyTypes' | null {
  if (isModKey(event, '/', isMac) || isModKey(event, '/', isMac, true)) return 'anywhere';
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
  return alone && event.key === '?' ? 'whereNobodyTypes' : null;
}

/** `?` where nobody is typing, and `Mod+/` anywhere but in a dialog, show all keys. */
export function useKeysKey(): void {
  const { openKeys } = useShell();
  const onKey = useEffectEvent(openKeys);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = event.defaultPrevented ? null : asksForKeys(event);
      if (asked === null || !(event.target instanceof Element)) return;
      const taken = asked === 'anywhere' ? '[role="dialog"]' : TYPING;
      if (event.target.closest(taken)) return;
      event.preventDefault();
      onKey();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
