import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../contract/profiles.ts';
import { ModeBadge, modeOf } from '../../frame/ModeBadge.tsx';
import { ProfileChip } from '../../profiles/ProfileChip.tsx';
import { profileName } from '../../profiles/profileName.ts';
import { useSwitchProfile } from '../../profiles/useSwitchProfile.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import sections from '../SettingsScreen.module.css';
import { ProfileFields } from './ProfileFields.tsx';
import styles from './ProfileSettings.module.css';
import { twinOf } from './twinOf.ts';

interface ProfileRowProps {
  readonly profile: Profile;
  readonly onRemove: () => void;
}

/** One profile: which it is, the way to it, and what can be changed of it. */
export function ProfileRow({ profile, onRemove }: ProfileRowProps) {
  const { t } = useTranslation();
  const { profiles, profile: inUse } = useStatus();
  const switching = useSwitchProfile();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const edit = useRef<HTMLButtonElement>(null);
  const name = profileName(t, profile, profiles);
  const twin = twinOf(profile, profiles);
  const { application } = profile;
  return (
    <li className={styles.profile} data-testid="profile" data-profile={profile.id}>
      <div className={styles.head}>
        <ProfileChip profile={profile} />
        <ModeBadge mode={modeOf(application)} />
        <span className={styles.space} />
        {profile.id === inUse ? (
          <span className={styles.inUse}>{t('profiles.inUse')}</span>
        ) : (
          <Button
            aria-label={t('profiles.useName', { name })}
            data-testid="profile-use"
            // The button goes once this one is in use.
            onClick={() => switching.mutate(profile, { onSuccess: () => edit.current?.focus() })}
          >
            {t('profiles.use')}
          </Button>
        )}
        <Button
          ref={edit}
          look="quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('profiles.editName', { name })}
          data-testid="profile-edit"
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('profiles.edit')}
        </Button>
      </div>
      {application.kind === 'own' && (
        <p className={sections.uses}>
          {t('application.clientId', { clientId: application.clientId })}
        </p>
      )}
      {application.kind === 'own' && !profile.hasSecret && (
        <p className={styles.attention}>
          {t(`profiles.noSecret.mark.${application.exchange.kind}`)}
        </p>
      )}
      {twin && (
        <p className={sections.quiet}>
          {t('profiles.shared', { name: profileName(t, twin, profiles) })}
        </p>
      )}
      <div id={id}>{isOpen && <ProfileFields profile={profile} onRemove={onRemove} />}</div>
    </li>
  );
}
