import { useEffect, useEffectEvent } from 'react';

/** What the screen that is shown does itself: the table, the map and the settings each in their way. */
export type ScreenAction = 'search' | 'export' | 'vehicles';

interface ScreenActions {
  /** Does it, or has it done by the screen that comes next. */
  readonly run: (id: ScreenAction) => void;
  readonly isHere: (id: ScreenAction) => boolean;
  /** Answers the function that takes it back. */
  readonly register: (id: ScreenAction, run: () => void) => () => void;
}

export function createScreenActions(): ScreenActions {
  const here = new Map<ScreenAction, () => void>();
  let wanted: ScreenAction | null = null;
  return {
    isHere: (id) => here.has(id),
    run(id) {
      const action = here.get(id);
      wanted = action ? null : id;
      action?.();
    },
    register(id, run) {
      here.set(id, run);
      if (wanted === id) {
        wanted = null;
        run();
      }
      return () => {
        if (here.get(id) === run) here.delete(id);
      };
    },
  };
}

export const screenActions = createScreenActions();

/** Says what an action does while this screen is shown. */
export function useActionHere(id: ScreenAction, run: () => void): void {
  const onRun = useEffectEvent(run);
  useEffect(() => screenActions.register(id, () => onRun()), [id]);
}
