import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile, ProfileLoss } from '../../../contract/profiles.ts';
import { TypedWord } from '../../commands/TypedWord.tsx';
import { isWord, wordFor } from '../../commands/typedWord.ts';
import { formatCount } from '../../format/amount.ts';
import { profileName } from '../../profiles/profileName.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LayerDialog } from '../../ui/mantine/LayerDialog.tsx';
import sections from '../SettingsScreen.module.css';
import styles from './ProfileSettings.module.css';

interface RemoveProfileDialogProps {
  readonly profile: Profile;
  /** `isGone`: the profile was removed. */
  readonly onClose: (isGone: boolean) => void;
}

/** What leaves this computer with a profile, a sentence for each. */
function useLossTexts(profile: Profile, loss: ProfileLoss): readonly string[] {
  const { t } = useTranslation();
  const { profiles } = useStatus();
  const { connections, vehicles, listed, secret, sharedWith } = loss;
  const twin = profiles.find(({ id }) => id === sharedWith);
  const { application } = profile;
  const kind = application.kind === 'own' ? application.exchange.kind : 'local';
  return [
    ...(twin ? [t('profiles.remove.shared', { name: profileName(t, twin, profiles) })] : []),
    ...(vehicles > 0
      ? [t('profiles.remove.vehicles', { count: vehicles, value: formatCount(vehicles) })]
      : []),
    ...(listed > 0
      ? [t('profiles.remove.listed', { count: listed, value: formatCount(listed) })]
      : []),
    ...(connections > 0
      ? [t('profiles.remove.connections', { count: connections, value: formatCount(connections) })]
      : []),
    ...(secret ? [t(`profiles.remove.secret.${kind}`)] : []),
  ];
}

interface ConsequencesProps {
  readonly profile: Profile;
  readonly loss: ProfileLoss;
}

function Consequences({ profile, loss }: ConsequencesProps) {
  const { t } = useTranslation();
  const { profile: inUse } = useStatus();
  const here = useLossTexts(profile, loss);
  return (
    <>
      <h3>{t('profiles.remove.here')}</h3>
      {here.length > 0 ? (
        <ul className={styles.losses}>
          {here.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <p>{t('profiles.remove.nothing')}</p>
      )}
      <h3>{t('profiles.remove.stays')}</h3>
      <p>{t('profiles.remove.staysText')}</p>
      {profile.id === inUse && <p>{t('profiles.remove.afterwards')}</p>}
    </>
  );
}

/** Asks for a word before a profile leaves this computer with all that belongs to it. */
export default function RemoveProfileDialog({ profile, onClose }: RemoveProfileDialogProps) {
  const { t } = useTranslation();
  const { profiles } = useStatus();
  const { id } = profile;
  const [word, setWord] = useState('');
  const loss = useQuery({
    queryKey: ['profile-loss', id],
    queryFn: () => window.motorpool['profiles.loss']({ id }),
    staleTime: 0,
    gcTime: 0,
  });
  const remove = useMutation({
    mutationFn: () => window.motorpool['profiles.remove']({ id }),
    onSuccess: (answer) => {
      if (answer.ok) onClose(true);
    },
  });
  const isReady = !remove.isPending && isWord(word, wordFor(t, 'remove'));
  const isBusy = remove.data?.ok === false && remove.data.failure === 'busy';
  const hasFailed = remove.isError || remove.data?.ok === false;
  return (
    <LayerDialog
      isOnTop
      testId="remove-profile"
      title={t('profiles.remove.title', { name: profileName(t, profile, profiles) })}
      badge={null}
      width={520}
      onClose={() => onClose(false)}
    >
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) remove.mutate();
        }}
      >
        {loss.data && (
          <>
            <Consequences profile={profile} loss={loss.data} />
            <TypedWord word={wordFor(t, 'remove')} value={word} onChange={setWord} />
          </>
        )}
        <Failure
          text={isBusy ? t('problem.profile_busy') : hasFailed ? t('problem.unexpected') : null}
        />
        <div className={sections.buttons}>
          <Button onClick={() => onClose(false)}>{t('profiles.remove.cancel')}</Button>
          <Button
            look="danger"
            type="submit"
            unavailable={!isReady}
            data-testid="remove-profile-confirm"
          >
            {t('profiles.remove.confirm')}
          </Button>
        </div>
      </form>
    </LayerDialog>
  );
}
