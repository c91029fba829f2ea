import type { Services } from '../app/services.ts';
import type { Lock } from '../lock/lock.ts';
import type { RequestHandlers } from './register.ts';

type LockRequest = 'lock.state' | 'lock.now' | 'lock.unlock' | 'lock.set' | 'lock.remove';

const DONE = { ok: true, value: null } as const;

/** The lock's requests. A passphrase is handed on, and kept nowhere. */
export function createLockHandlers({
  lock,
  activity,
}: Pick<Services, 'activity'> & { readonly lock: Lock }): Pick<RequestHandlers, LockRequest> {
  const note = (event: string) => void activity.note({ kind: 'settings', event, byPerson: true });
  return {
    'lock.state': () => lock.state(),
    'lock.now': () => {
      lock.lock();
      return DONE;
    },
    'lock.unlock': ({ passphrase }) => lock.unlock(passphrase),
    'lock.set': async ({ current, next }) => {
      const answer = await lock.setPassphrase(current, next);
      if (answer.ok) note('settings.lockSet');
      return answer;
    },
    'lock.remove': async ({ current }) => {
      const answer = await lock.removePassphrase(current);
      if (answer.ok) note('settings.lockRemoved');
      return answer;
    },
  };
}
