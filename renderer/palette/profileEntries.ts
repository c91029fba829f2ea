import IconSwitchHorizontal from '@tabler/icons-react/dist/esm/icons/IconSwitchHorizontal.mjs';
import { useTranslation } from 'react-i18next';
import { profileName } from '../profiles/profileName.ts';
import { useSwitchProfile } from '../profiles/useSwitchProfile.ts';
import { useStatus } from '../state/cache.ts';
import type { PaletteEntry } from './entries.ts';

/** An entry for each profile that can be switched to. `whyNot` says in words why not now. */
export function useProfileEntries(whyNot: string | null): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { profiles, profile: inUse } = useStatus();
  const switching = useSwitchProfile();
  return profiles
    .filter(({ id }) => id !== inUse)
    .map((profile) => ({
      ...{ id: `profile ${profile.id}`, group: 'profiles', icon: IconSwitchHorizontal },
      label: t('profiles.useName', { name: profileName(t, profile, profiles) }),
      ...{ detail: null, keys: [], whyNot },
      run: () => switching.mutate(profile),
    }));
}
