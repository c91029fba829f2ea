import { useTranslation } from 'react-i18next';
import type { Profile } from '../../contract/profiles.ts';
import { useStatus } from '../state/cache.ts';
import colours from './colours.module.css';
import styles from './ProfileChip.module.css';
import { profileName } from './profileName.ts';

/** A profile's name on its colour. */
export function ProfileChip({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation();
  const { profiles } = useStatus();
  const name = profileName(t, profile, profiles);
  return (
    <span
      className={`${styles.chip} ${colours.colour}`}
      data-colour={profile.colour}
      data-testid="profile-chip"
      title={name}
    >
      {name}
    </span>
  );
}

/** Which profile is in use; nothing where there is no other. */
export function CurrentProfile() {
  const { profiles, profile } = useStatus();
  const inUse = profiles.find(({ id }) => id === profile);
  return inUse && profiles.length > 1 ? <ProfileChip profile={inUse} /> : null;
}
