import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../frame/shell.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { Preloaded } from '../../ui/Preloaded.tsx';
import { preloadable } from '../../ui/preloadable.ts';
import sections from '../SettingsScreen.module.css';
import { ProfileRow } from './ProfileRow.tsx';
import styles from './ProfileSettings.module.css';

const removeDialog = preloadable(() => import('./RemoveProfileDialog.tsx'));

/** All applications that can be switched to. */
export function ProfileList() {
  const { t } = useTranslation();
  const { profiles } = useStatus();
  const { show } = useShell();
  const [removing, setRemoving] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const profile = profiles.find(({ id }) => id === removing);

  const close = (isGone: boolean) => {
    setRemoving(null);
    // The button that opened the dialog is gone with its profile.
    const back = isGone ? add.current : opener.current;
    requestAnimationFrame(() => back instanceof HTMLElement && back.focus());
  };

  return (
    <>
      <h3>{t('profiles.title')}</h3>
      <p className={sections.quiet}>{t('profiles.intro')}</p>
      <ul className={styles.list}>
        {profiles.map((each) => (
          <ProfileRow
            key={each.id}
            profile={each}
            onRemove={() => {
              opener.current = document.activeElement;
              setRemoving(each.id);
            }}
          />
        ))}
      </ul>
      <div className={sections.buttons}>
        <Button ref={add} data-testid="profile-add" onClick={() => show('newApplication')}>
          {t('profiles.add')}
        </Button>
      </div>
      {profile && <Preloaded of={removeDialog} with={{ profile, onClose: close }} />}
    </>
  );
}
