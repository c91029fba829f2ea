import type { Application } from '../../contract/application.ts';
import { type Budget, DEFAULT_BUDGET } from '../../contract/budget.ts';
import { applicationKey } from './applicationSchema.ts';
import { type ProfileRecord, SIMULATED } from './profileSchema.ts';

/** What is read and written as if the profile in use was the only one. */
export type ProfileSettings = Pick<
  ProfileRecord,
  'transport' | 'connectOptions' | 'firstPreset' | 'budget'
> & {
  /** `null` on the first run. */
  readonly application: Application | null;
};

const KEYS: ReadonlySet<string> = new Set<keyof ProfileSettings>([
  'application',
  'transport',
  'connectOptions',
  'firstPreset',
  'budget',
]);

export function isProfileKey(key: string): key is keyof ProfileSettings {
  return KEYS.has(key);
}

/** Smartcar counts calls per application: profiles of the same one cannot have different budgets. */
const SHARED: ReadonlySet<string> = new Set<keyof ProfileSettings>(['budget']);

interface Profiles {
  readonly profiles: readonly ProfileRecord[];
  readonly profile: string | null;
}

export function profileInUse({ profiles, profile }: Profiles): ProfileRecord | null {
  return profiles.find(({ id }) => id === profile) ?? null;
}

/** The settings of the profile in use; before the first choice, those that it would begin with. */
export function ofProfile(all: Profiles): ProfileSettings {
  return profileInUse(all) ?? { ...SIMULATED, application: null };
}

/** What an application, by its key, may be asked for. */
export function budgetOf(
  settings: { get(key: 'profiles'): readonly ProfileRecord[] },
  application: string,
): Budget {
  const found = settings
    .get('profiles')
    .find((profile) => applicationKey(profile.application) === application);
  return found?.budget ?? DEFAULT_BUDGET;
}

/** All profiles, after something was set for the one in use; the same where none is. */
export function withProfileSetting<K extends keyof ProfileSettings>(
  all: Profiles,
  key: K,
  value: ProfileSettings[K],
): ProfileRecord[] {
  const inUse = profileInUse(all);
  if (!inUse) return [...all.profiles];
  const application = applicationKey(inUse.application);
  return all.profiles.map((each) => {
    const isMeant =
      each.id === inUse.id || (SHARED.has(key) && applicationKey(each.application) === application);
    return isMeant ? { ...each, [key]: value } : each;
  });
}
