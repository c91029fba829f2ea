import type { Profile } from '../../../contract/profiles.ts';

/** Another profile of the same application at Smartcar; both open the same vehicles. */
export function twinOf(
  { id, application }: Pick<Profile, 'id' | 'application'>,
  profiles: readonly Profile[],
): Profile | null {
  if (application.kind === 'simulated') return null;
  const clientId = application.clientId.toLowerCase();
  const twin = profiles.find(
    (other) =>
      other.id !== id &&
      other.application.kind === 'own' &&
      other.application.clientId.toLowerCase() === clientId,
  );
  return twin ?? null;
}
