import { useEffect, useRef } from 'react';
import { FIRST_SCREENS, type FirstScreen } from '../../contract/firstScreen.ts';
import type { Screen } from './shell.ts';

/** Has the next start begin with the screen that is open now, or was before one that is left again. */
export function useRememberedScreen(screen: Screen, first: FirstScreen): void {
  const remembered = useRef(first);
  useEffect(() => {
    const next = FIRST_SCREENS.find((one) => one === screen);
    if (next === undefined || next === remembered.current) return;
    remembered.current = next;
    void window.motorpool['app.rememberScreen']({ screen: next });
  }, [screen]);
}
