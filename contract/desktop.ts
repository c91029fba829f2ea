import * as z from 'zod';

/** What people choose of Motorpool's place on the desktop, where there is one for such icons. */
export const desktopSchema = z.strictObject({
  /** An icon in the system tray, with a mark while alerts are unseen. */
  tray: z.boolean(),
  /** With the icon: closing the window leaves Motorpool reading and telling. */
  keepRunning: z.boolean(),
});
export type DesktopSettings = z.infer<typeof desktopSchema>;

/** Nobody's taskbar is filled unasked, and closing the window quits, as people expect. */
export const DEFAULT_DESKTOP: DesktopSettings = { tray: false, keepRunning: false };
