import { useEffect, useEffectEvent } from 'react';

/** Where letters are typed, or where a dialog is asked first. */
const TYPED = 'input:not([type="radio"]), select, textarea, [role="dialog"]';

/** Runs `action` on a key alone, wherever the focus is but in a field or dialog. */
export function usePlainKey(key: string, action: () => void): void {
  const onKey = useEffectEvent(action);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED)) return;
      event.preventDefault();
      onKey();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}
