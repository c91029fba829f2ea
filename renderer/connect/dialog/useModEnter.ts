import { useEffect, useEffectEvent } from 'react';
import { isMac, isModKey } from '../../frame/shortcuts.ts';

/** How the shortcut is written on this system. */
export const MOD_ENTER = isMac ? '⌘↩' : 'Ctrl+Enter';

/** Runs `action` on `Mod` and Enter, wherever in the dialog the focus is, while `isOn`. */
export function useModEnter(action: () => void, isOn: boolean): void {
  const onKey = useEffectEvent(action);
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isModKey(event, 'enter', isMac)) return;
      event.preventDefault();
      onKey();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
