import { preloadable } from '../ui/preloadable.ts';

/** The set-up, apart from the start chunk: most starts do not need it. */
export const setupScreen = preloadable(() => import('./SetupScreen.tsx'));
