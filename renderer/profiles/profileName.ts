import type { TFunction } from 'i18next';
import type { Profile } from '../../contract/profiles.ts';

/** Enough of a client ID to tell two apart. */
const SHORT_ID = 8;

/** What a profile is called: by people, else by what it is. */
export function profileName(
  t: TFunction,
  profile: Pick<Profile, 'id' | 'name' | 'application'>,
  all: readonly Pick<Profile, 'id' | 'name' | 'application'>[],
): string {
  const { id, name, application } = profile;
  if (name !== null) return name;
  if (application.kind === 'simulated') return t('application.simulated');
  const others = all.flatMap((other) =>
    other.id === id || other.name !== null || other.application.kind === 'simulated'
      ? []
      : [other.application.clientId.toLowerCase()],
  );
  if (others.length === 0) return t('application.own');
  const clientId = application.clientId.slice(0, SHORT_ID);
  if (!others.includes(application.clientId.toLowerCase())) {
    return t('profiles.unnamed', { clientId });
  }
  return t('profiles.unnamedMode', { clientId, mode: t(`mode.${application.mode}`) });
}
