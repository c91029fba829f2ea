import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../contract/profiles.ts';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { profileName } from './profileName.ts';

/** Switches to another profile: its vehicles take the place of those so far. */
export function useSwitchProfile() {
  const { t } = useTranslation();
  const { profiles } = useStatus();
  const { report, say, closeLayers, openVehicle } = useShell();
  return useMutation({
    mutationFn: ({ id }: Profile) => window.motorpool['profiles.use']({ id }),
    onMutate: () => report(null),
    onSuccess(answer, profile) {
      if (!answer.ok) {
        report(answer.failure === 'busy' ? 'profile_busy' : 'unexpected');
        return;
      }
      // What is open is about vehicles that are not shown any more.
      closeLayers();
      openVehicle(null);
      say(t('profiles.switched', { name: profileName(t, profile, profiles) }));
    },
    onError: () => report('unexpected'),
  });
}
