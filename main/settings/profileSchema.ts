import * as z from 'zod';
import { budgetSchema, DEFAULT_BUDGET } from '../../contract/budget.ts';
import { connectOptionsSchema, DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import { PROFILE_COLOURS, SIMULATED_PROFILE } from '../../contract/profiles.ts';
import { TRANSPORTS } from '../../contract/transport.ts';
import { applicationSchema } from './applicationSchema.ts';

/**
 * An application with all that belongs to it: how Connect comes back (which redirect URIs there are), what
 * Connect was last opened with, and how many calls may be made, which Smartcar counts per application.
 * Looks, alerts and views belong to the person and the fleet, and stay when profiles are switched.
 */
export const profileSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullable(),
  colour: z.enum(PROFILE_COLOURS),
  application: applicationSchema,
  transport: z.enum(TRANSPORTS).default('custom_scheme'),
  /** What Connect was last opened with, without what names a car or an owner. */
  connectOptions: connectOptionsSchema.default(DEFAULT_CONNECT_OPTIONS),
  /** Which set of permissions Connect starts with; `null`: what was asked for last. */
  firstPreset: z.string().nullable().default(null),
  budget: budgetSchema.default(DEFAULT_BUDGET),
});
export type ProfileRecord = z.infer<typeof profileSchema>;

const NEW = {
  name: null,
  transport: 'custom_scheme',
  connectOptions: DEFAULT_CONNECT_OPTIONS,
  firstPreset: null,
  budget: DEFAULT_BUDGET,
} as const;

export const SIMULATED: ProfileRecord = {
  ...NEW,
  id: SIMULATED_PROFILE,
  colour: 'grey',
  application: { kind: 'simulated' },
};

/** A profile that nobody has touched yet. */
export function newProfile(
  given: Pick<ProfileRecord, 'id' | 'application'>,
  others: readonly ProfileRecord[],
): ProfileRecord {
  const free = PROFILE_COLOURS.find((colour) => others.every((other) => other.colour !== colour));
  return { ...NEW, ...given, colour: free ?? 'blue' };
}

/** The id that the only application of files without profiles gets, the same at every start. */
const FIRST = 'first';

/**
 * Files of before there were profiles hold one application: it becomes the first profile, in use, and takes
 * with it what belonged to it.
 */
export function withProfiles(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || 'profiles' in file) return file;
  const { application, ...rest } = file as Record<string, unknown>;
  const { transport, connectOptions, budget, ...others } = rest;
  const owned = { transport, connectOptions, budget };
  const isSimulated =
    typeof application !== 'object' || application === null
      ? true
      : (application as { kind?: unknown }).kind === 'simulated';
  if (isSimulated) {
    const profile = application ? SIMULATED_PROFILE : null;
    return { ...others, profiles: [{ ...SIMULATED, ...owned }], profile };
  }
  const first = { id: FIRST, name: null, colour: 'blue', application, ...owned };
  return { ...others, profiles: [first, SIMULATED], profile: FIRST };
}

/** The simulated cars are always offered, and what is in use is there. */
export function mended<
  T extends { readonly profiles: ProfileRecord[]; readonly profile: string | null },
>(settings: T): T {
  const hasSimulated = settings.profiles.some(({ id }) => id === SIMULATED_PROFILE);
  const profiles = hasSimulated ? settings.profiles : [...settings.profiles, SIMULATED];
  const isThere = profiles.some(({ id }) => id === settings.profile);
  return { ...settings, profiles, profile: isThere ? settings.profile : null };
}
