import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Profile, SIMULATED_PROFILE } from '../../../contract/profiles.ts';
import { profileName } from '../../profiles/profileName.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../Changed.tsx';
import sections from '../SettingsScreen.module.css';
import { TextField } from '../TextField.tsx';
import { useUndoableChange } from '../useUndoableChange.ts';
import { ColourField } from './ColourField.tsx';
import styles from './ProfileSettings.module.css';

interface ProfileFieldsProps {
  readonly profile: Profile;
  readonly onRemove: () => void;
}

const LONGEST_NAME = 60;

/** What a profile is called and looks like, and the way to be rid of it. */
export function ProfileFields({ profile, onRemove }: ProfileFieldsProps) {
  const { t } = useTranslation();
  const { profiles } = useStatus();
  const { id, name, colour } = profile;
  const box = useRef<HTMLDivElement>(null);
  const changing = useUndoableChange({ name, colour }, (next) =>
    window.motorpool['profiles.change']({ id, ...next }),
  );
  const { change } = changing;
  return (
    <div ref={box} className={styles.details}>
      <TextField
        label={t('profiles.name')}
        text={t('profiles.nameText')}
        value={name ?? ''}
        emptyText={profileName(t, { ...profile, name: null }, profiles)}
        maxLength={LONGEST_NAME}
        testId="profile-name"
        onChange={(typed) => change({ name: typed === '' ? null : typed })}
      />
      <ColourField value={colour} onChange={(chosen) => change({ colour: chosen })} />
      <Changed
        of={changing}
        back={() => box.current?.querySelector('input')}
        testId="profile-undo"
      />
      {id === SIMULATED_PROFILE ? (
        <p className={sections.quiet}>{t('profiles.simulatedStays')}</p>
      ) : (
        <div className={sections.buttons}>
          <Button data-testid="profile-remove" aria-haspopup="dialog" onClick={onRemove}>
            {t('profiles.remove.open')}
          </Button>
        </div>
      )}
    </div>
  );
}
