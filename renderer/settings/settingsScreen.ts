import { preloadable } from '../ui/preloadable.ts';

/** The settings, apart from the start chunk: they are looked at now and then. */
export const settingsScreen = preloadable(() => import('./SettingsScreen.tsx'));
