import { preloadable } from '../ui/preloadable.ts';

/** Apart from the start chunk: most starts are not locked. */
export const lockScreen = preloadable(() => import('./LockScreen.tsx'));
