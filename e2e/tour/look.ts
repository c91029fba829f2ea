import type { ElectronApplication, Page } from '@playwright/test';

/** Looks at a state of the app once it is there; the name tells it from the others of a tour. */
export type Look = (name: string) => Promise<void>;

/** A way through some screens, from the table and back to it unless its own words say otherwise. */
export type Tour = (page: Page, look: Look, app: ElectronApplication) => Promise<void>;

/** For a tour on which only the way matters. */
export const passBy: Look = async () => undefined;
