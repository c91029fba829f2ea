import * as z from 'zod';
import type { Application } from './application.ts';

/** Colours by which people tell profiles apart; the first one is that of the simulated cars. */
export const PROFILE_COLOURS = [
  'grey',
  'blue',
  'teal',
  'violet',
  'pink',
  'brown',
  'olive',
  'navy',
] as const;
export type ProfileColour = (typeof PROFILE_COLOURS)[number];

/** The profile of the simulated cars, which is always there. */
export const SIMULATED_PROFILE = 'simulated';

/** An application that can be switched to, with what people call it. */
export interface Profile {
  readonly id: string;
  /** `null`: nobody has named it yet. */
  readonly name: string | null;
  readonly colour: ProfileColour;
  readonly application: Application;
  /** False where this computer holds neither client secret nor staff token for it: nothing is read. */
  readonly hasSecret: boolean;
}

/** What may be changed of a profile besides its application; what is left out stays. */
export const profileChangeSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(60).nullable().optional(),
  colour: z.enum(PROFILE_COLOURS).optional(),
});
export type ProfileChange = z.infer<typeof profileChangeSchema>;

/** What goes with a profile when it is removed. */
export interface ProfileLoss {
  /** Sign-ins and vehicles on this computer; none where another profile uses the same application. */
  readonly connections: number;
  readonly vehicles: number;
  /** Cars of its imported list that wait to be connected. */
  readonly listed: number;
  /** Whether its client secret or staff token leaves the keychain. */
  readonly secret: boolean;
  /** Another profile of the same application, which keeps sign-ins and vehicles. */
  readonly sharedWith: string | null;
}

/** Why nothing was switched or removed. `busy`: commands are being sent with the profile in use. */
export type ProfileFailure = 'unknown_profile' | 'busy';
