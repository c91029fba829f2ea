import { type RefObject, useEffect } from 'react';

/**
 * Takes the focus when what had it is gone: a button that replaced its own panel, a window that
 * closed. Who works elsewhere is left alone.
 */
export function useFocusIfLost(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus();
  }, [target]);
}
