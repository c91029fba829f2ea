import IconSwitchHorizontal from '@tabler/icons-react/dist/esm/icons/IconSwitchHorizontal.mjs';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../state/cache.ts';
import type { MenuItem } from '../ui/PopoverMenu.tsx';
import { ProfileMark } from './ProfileMark.tsx';
import { profileName } from './profileName.ts';
import { useSwitchProfile } from './useSwitchProfile.ts';

/** One entry of the application menu for each profile; none where there is nothing to choose. */
export function useProfileItems(): readonly MenuItem[] {
  const { t } = useTranslation();
  const { profiles, profile: inUse } = useStatus();
  const switching = useSwitchProfile();
  if (profiles.length < 2) return [];
  return profiles.map((profile) => ({
    id: `profile-${profile.id}`,
    icon: IconSwitchHorizontal,
    mark: <ProfileMark colour={profile.colour} isInUse={profile.id === inUse} />,
    isChosen: profile.id === inUse,
    label: profileName(t, profile, profiles),
    run: () => switching.mutate(profile),
  }));
}
