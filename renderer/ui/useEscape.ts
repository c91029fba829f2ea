import { useEffect, useEffectEvent } from 'react';

/** Layers that close themselves on Escape; while one is open, the key belongs to it. */
const OWN_ESCAPE = '[role="dialog"], [role="menu"], [popover]';

/**
 * Runs `close` on Escape, unless the key was meant for a dialog or menu above. A key that has closed
 * one layer is taken, so that it does not close the next one too. `isOn` is false while it would do
 * nothing.
 */
export function useEscape(close: () => void, isOn = true): void {
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
