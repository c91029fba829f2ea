import { preloadable } from '../ui/preloadable.ts';

/** Where cars come into the fleet, apart from the start chunk: it is looked at now and then. */
export const onboardingScreen = preloadable(() => import('./OnboardingScreen.tsx'));
