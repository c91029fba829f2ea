import { preloadable } from '../ui/preloadable.ts';

/** Activity and health, apart from the start chunk: they are looked at when something is the matter. */
export const diagnosticsScreen = preloadable(() => import('./DiagnosticsScreen.tsx'));
