import { SIMULATED_PROFILE } from '../../contract/profiles.ts';
import type { Services } from '../app/services.ts';
import type { RequestHandlers } from './register.ts';

const DONE = { ok: true, value: null } as const;

type ProfileRequest =
  | 'setup.chooseSimulated'
  | 'setup.checkApplication'
  | 'setup.saveApplication'
  | 'setup.saveBackend'
  | 'profiles.use'
  | 'profiles.change'
  | 'profiles.loss'
  | 'profiles.remove';

/** Which application is in use, and those that can be switched to. */
export function profileHandlers({
  profiles,
  setup,
  checkApplication,
}: Pick<Services, 'profiles' | 'setup' | 'checkApplication'>): Pick<
  RequestHandlers,
  ProfileRequest
> {
  return {
    'setup.chooseSimulated': () => profiles.use(SIMULATED_PROFILE),
    'setup.checkApplication': checkApplication,
    'setup.saveApplication': async ({ form, profileId }) => {
      await setup.saveApplication(form, profileId);
      return DONE;
    },
    'setup.saveBackend': ({ form, profileId }) => setup.saveBackend(form, profileId),
    'profiles.use': ({ id }) => profiles.use(id),
    'profiles.change': (change) => {
      profiles.change(change);
      return DONE;
    },
    'profiles.loss': ({ id }) => profiles.loss(id),
    'profiles.remove': ({ id }) => profiles.remove(id),
  };
}
