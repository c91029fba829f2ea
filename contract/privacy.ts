import * as z from 'zod';

/** After how many minutes without a key or a movement Motorpool can lock itself. */
export const LOCK_MINUTES = [5, 15, 60] as const;

/** What people chose to keep from others' eyes. */
export const privacySchema = z.strictObject({
  /** VINs, plates and places are not shown: for a screen that others see. */
  hideDetails: z.boolean(),
  /** `null`: it never locks for that. Only where a passphrase is set. */
  lockAfterMinutes: z.literal(LOCK_MINUTES).nullable(),
  /** Locks when the computer's screen is locked or the computer goes to sleep. */
  lockWithScreen: z.boolean(),
});
export type Privacy = z.infer<typeof privacySchema>;

export const DEFAULT_PRIVACY: Privacy = {
  hideDetails: false,
  lockAfterMinutes: null,
  lockWithScreen: false,
};
