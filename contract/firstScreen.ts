/** The screens that a start may begin with; from the others one comes back. */
export const FIRST_SCREENS = ['vehicles', 'map'] as const;
export type FirstScreen = (typeof FIRST_SCREENS)[number];
