import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type DetailKey, detailKey } from './detailTabs.ts';

/** Where a letter is text, or belongs to something that lies above. */
const TAKEN =
  'input:not([type="radio"], [type="range"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [popover]';

/**
 * The keys of the details. Brackets, J and K work wherever the keyboard is; R only within the details,
 * because the table reads its own row with it.
 */
export function useDetailKeys(
  pane: RefObject<HTMLElement | null>,
  act: (key: DetailKey) => void,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    if (!(target instanceof Element) || target.closest(TAKEN)) return;
    const key = detailKey(event.key.toLowerCase());
    if (!key || event.shiftKey) return;
    if (key.kind === 'refresh' && !pane.current?.contains(target)) return;
    event.preventDefault();
    act(key);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
