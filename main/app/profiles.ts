import { isDeepStrictEqual } from 'node:util';
import type { Application } from '../../contract/application.ts';
import {
  type Profile,
  type ProfileChange,
  type ProfileFailure,
  type ProfileLoss,
  SIMULATED_PROFILE,
} from '../../contract/profiles.ts';
import type { Result } from '../../contract/result.ts';
import { applicationKey } from '../settings/applicationSchema.ts';
import { newProfile, type ProfileRecord } from '../settings/profileSchema.ts';
import { profileInUse } from '../settings/profileSettings.ts';
import { createProfileRemoval, type RemovalOptions } from './profileRemoval.ts';
import { isSame, secretAccount } from './secretAccount.ts';

/** Applications that can be switched to; one is in use. */
export interface Profiles {
  list(): readonly Profile[];
  /** Whether the profile in use has what it takes to get tokens. */
  hasSecret(): boolean;
  /** By application, that of the profile in use first; none of those without a secret. */
  connections(): readonly (readonly string[])[];
  /** Switches. Does nothing where that profile is in use. */
  use(id: string): Promise<Result<null, ProfileFailure>>;
  /**
   * Takes an application into use that a person has described. With another client ID it is another
   * application, so the profile stays for what was connected with it, and a new one is made.
   */
  keep(application: Application, id: string | null): Promise<void>;
  /** A backend says something else about the application in use. */
  update(application: Application): void;
  change(change: ProfileChange): void;
  /** Whether a profile needs this keychain entry. */
  isNeeded(account: string): boolean;
  loss(id: string): Promise<ProfileLoss | null>;
  /** Forgets a profile with all that this computer holds of it. The simulated cars stay. */
  remove(id: string): Promise<Result<null, ProfileFailure>>;
}

export interface ProfilesOptions extends Omit<RemovalOptions, 'isNeeded' | 'connectionsOf'> {
  readonly newId: () => string;
  /** Commands are being sent: they would fail if their application was not in use any more. */
  readonly isBusy: () => boolean;
  /** What goes on belongs to the application before: attempts, decisions, results. */
  readonly end: () => void;
  /** Shows the vehicles of the application in use. */
  readonly show: () => Promise<void>;
  /** Tells the screens. */
  readonly announce: () => void;
  readonly note: (
    event: `application.${Application['kind'] | 'removed'}`,
    byPerson: boolean,
  ) => void;
}

const DONE = { ok: true, value: null } as const;

export function createProfiles(options: ProfilesOptions): Profiles {
  const { settings } = options;
  const { expectedEntries } = settings;

  const all = () => settings.get('profiles');
  const find = (id: string | null) => all().find((profile) => profile.id === id) ?? null;
  const rank = ({ id }: ProfileRecord) => (id === settings.get('profile') ? 0 : 1);
  const inUse = () => profileInUse({ profiles: all(), profile: settings.get('profile') });
  const connectionsOf = (application: Application) =>
    settings
      .get('connections')
      .filter((connection) => connection.application === applicationKey(application));

  function isReady(application: Application): boolean {
    const account = secretAccount(application);
    return account === null || expectedEntries.has(account);
  }

  function isNeeded(account: string): boolean {
    return all().some(({ application }) => secretAccount(application) === account);
  }

  const removal = createProfileRemoval({ ...options, isNeeded, connectionsOf });

  async function switchTo(id: string, byPerson: boolean): Promise<void> {
    const profile = find(id);
    if (!profile) return;
    if (settings.get('profile') !== id) options.end();
    settings.set('profile', id);
    options.note(`application.${profile.application.kind}`, byPerson);
    options.announce();
    await options.show();
  }

  /** Describes the application of a profile anew. */
  function describe(id: string, application: Application): void {
    const before = find(id);
    if (!before) return;
    // Where only a secret was corrected, a code whose exchange failed for it can be tried again.
    const isOther = !isDeepStrictEqual(before.application, application);
    if (isOther && settings.get('profile') === id) options.end();
    settings.set(
      'profiles',
      all().map((profile) => (profile.id === id ? { ...profile, application } : profile)),
    );
  }

  /** Which profile a description is for; `null`: a new one. */
  function targetOf(application: Application, id: string | null): string | null {
    const meant = find(id);
    if (meant && meant.application.kind !== 'simulated') {
      const isSameKey = applicationKey(meant.application) === applicationKey(application);
      // A client ID that was mistyped: nothing can have been connected with it.
      if (isSameKey || connectionsOf(meant.application).length === 0) return meant.id;
    }
    return all().find((profile) => isSame(profile.application, application))?.id ?? null;
  }

  function add(application: Application): string {
    const profile = newProfile({ id: options.newId(), application }, all());
    const twin = removal.twinOf(profile);
    settings.set('profiles', [...all(), { ...profile, ...(twin && { budget: twin.budget }) }]);
    return profile.id;
  }

  return {
    list: () =>
      all().map(({ id, name, colour, application }) => ({
        ...{ id, name, colour, application },
        hasSecret: isReady(application),
      })),

    hasSecret() {
      const profile = inUse();
      return profile === null || isReady(profile.application);
    },

    connections() {
      const ready = all()
        .filter(({ application }) => isReady(application))
        .toSorted((one, other) => rank(one) - rank(other));
      const groups = new Map(
        ready.map(({ application }) => [
          applicationKey(application),
          connectionsOf(application).map(({ id }) => id),
        ]),
      );
      return [...groups.values()];
    },

    async use(id) {
      if (settings.get('profile') === id) return DONE;
      if (!find(id)) return { ok: false, failure: 'unknown_profile' };
      if (options.isBusy()) return { ok: false, failure: 'busy' };
      await switchTo(id, true);
      return DONE;
    },

    async keep(application, id) {
      const target = targetOf(application, id) ?? add(application);
      const before = find(target)?.application;
      describe(target, application);
      if (before) await removal.moveList(before, application);
      await switchTo(target, true);
      if (before) await removal.removeSecret(before);
    },

    update(application) {
      const profile = inUse();
      if (!profile) return;
      describe(profile.id, application);
      void switchTo(profile.id, false);
    },

    change({ id, name, colour }) {
      settings.set(
        'profiles',
        all().map((profile) =>
          profile.id === id
            ? {
                ...profile,
                ...(name !== undefined && { name }),
                ...(colour !== undefined && { colour }),
              }
            : profile,
        ),
      );
      options.announce();
    },

    isNeeded,

    async loss(id) {
      const profile = find(id);
      return profile && removal.loss(profile);
    },

    async remove(id) {
      const profile = find(id);
      if (!profile || id === SIMULATED_PROFILE) return { ok: false, failure: 'unknown_profile' };
      if (settings.get('profile') === id) {
        if (options.isBusy()) return { ok: false, failure: 'busy' };
        await switchTo(SIMULATED_PROFILE, true);
      }
      await removal.remove(profile);
      options.note('application.removed', true);
      options.announce();
      return DONE;
    },
  };
}
