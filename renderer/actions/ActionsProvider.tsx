import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { ActionId } from '../../contract/actions.ts';
import { actionWith } from '../../contract/shortcuts.ts';
import { useShell } from '../frame/shell.ts';
import { isMac } from '../frame/shortcuts.ts';
import { useStatus } from '../state/cache.ts';
import { ActionsContext, useActionsState } from './actions.ts';
import { pressedKey } from './pressedKey.ts';

/** Where a character alone is text, or belongs to something that lies above. */
const TYPING = 'input, textarea, select, [contenteditable], [role="dialog"], [popover]';

/** What hides the fleet from others is done whatever is open. */
const AT_ANY_TIME: ReadonlySet<ActionId> = new Set(['lockNow', 'hideDetails']);

/** Knows all actions, and does them on their keys and on what the application menu sends. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const actions = useActionsState();
  const { shortcuts } = useStatus();
  const { layers, closeLayer, say } = useShell();

  const perform = useEffectEvent((id: ActionId) => {
    const { whyNot, run } = actions[id];
    if (layers.length > 0 && !AT_ANY_TIME.has(id)) {
      // What lies below a dialog waits; its own key closes the palette again.
      if (id === 'palette' && layers.at(-1) === 'palette') closeLayer();
    } else if (whyNot === null) run();
    else say(whyNot);
  });

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = event.defaultPrevented ? null : pressedKey(event, isMac);
    const id = key === null ? null : actionWith(key, shortcuts);
    if (key === null || id === null || !(event.target instanceof Element)) return;
    if (key.length === 1 && event.target.closest(TYPING)) return;
    event.preventDefault();
    const isBelow =
      event.target.closest('[role="dialog"]') !== null && id !== 'palette' && !AT_ANY_TIME.has(id);
    if (!event.repeat && !isBelow) perform(id);
  });

  useEffect(() => {
    // On the window: a key that something on the screen has taken is not taken again.
    const onKey = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => window.motorpool.subscribe('action.run', (id) => perform(id)), []);

  return <ActionsContext value={actions}>{children}</ActionsContext>;
}
