import { useEffect } from 'react';

/** Long enough for the first picture to be on the screen, also on a slow machine. */
const AFTER_FIRST_PICTURE_MS = 1000;

/** Fetches what will probably be wanted next, once the window has nothing better to do. */
export function useIdlePreload(preload: () => Promise<void>): void {
  useEffect(() => {
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => {
        // A failed fetch shows itself when the screen is opened; here it costs nothing.
        preload().catch(() => undefined);
      });
    }, AFTER_FIRST_PICTURE_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [preload]);
}
