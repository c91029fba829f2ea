import { useEffect, useEffectEvent } from 'react';
import { useModKey } from '../../frame/shortcuts.ts';

const TYPING = 'input, textarea, select, [contenteditable], [role="dialog"], [popover]';

/** Mod+F anywhere, and `/` where nobody is typing, lead to the search. */
export function useSearchKeys(focus: () => void): void {
  useModKey('f', focus);
  const onSlash = useEffectEvent(focus);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key !== '/' || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(TYPING)) return;
      event.preventDefault();
      onSlash();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
