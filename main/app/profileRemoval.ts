import type { Application } from '../../contract/application.ts';
import type { ProfileLoss } from '../../contract/profiles.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { Vault } from '../keychain/vault.ts';
import { applicationKey } from '../settings/applicationSchema.ts';
import type { ProfileRecord } from '../settings/profileSchema.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { secretAccount } from './secretAccount.ts';

export interface RemovalOptions {
  readonly settings: Settings;
  readonly vault: Pick<Vault, 'remove'>;
  readonly localCopy: Pick<LocalCopy, 'facts' | 'unlabelled' | 'save'>;
  readonly forgetTokens: (connectionId: string) => Promise<void>;
  /** Whether a profile needs this keychain entry. */
  readonly isNeeded: (account: string) => boolean;
  readonly connectionsOf: (application: Application) => readonly ConnectionRecord[];
}

/** What this computer holds of a profile, and how it goes. Nothing changes at Smartcar. */
export interface ProfileRemoval {
  /** Another profile of the same application at Smartcar. */
  twinOf(profile: Pick<ProfileRecord, 'id' | 'application'>): ProfileRecord | null;
  loss(profile: ProfileRecord): Promise<ProfileLoss>;
  remove(profile: ProfileRecord): Promise<void>;
  /** Cars that were imported under a client ID that was mistyped stay with their profile. */
  moveList(from: Application, to: Application): Promise<void>;
  /** Takes out of the keychain what no profile needs any more. */
  removeSecret(application: Application): Promise<void>;
}

export function createProfileRemoval(options: RemovalOptions): ProfileRemoval {
  const { settings, vault, localCopy, isNeeded, connectionsOf } = options;
  const { expectedEntries } = settings;
  const all = () => settings.get('profiles');

  const twinOf: ProfileRemoval['twinOf'] = ({ id, application }) =>
    all().find(
      (other) =>
        other.id !== id && applicationKey(other.application) === applicationKey(application),
    ) ?? null;

  async function vehiclesOf(application: Application): Promise<string[]> {
    const facts = await localCopy.facts(connectionsOf(application).map(({ id }) => id));
    return facts.map(({ id }) => id);
  }

  async function removeSecret(application: Application): Promise<void> {
    const account = secretAccount(application);
    if (account === null || isNeeded(account) || !expectedEntries.has(account)) return;
    await vault.remove(account);
  }

  /** Whatever interrupts this, the profile is still there, and removing it can be repeated. */
  async function forgetVehicles({ application }: ProfileRecord): Promise<void> {
    await localCopy.save({
      removed: await vehiclesOf(application),
      imports: [{ application: applicationKey(application), dropped: 'all' }],
    });
    const gone = new Set(connectionsOf(application).map(({ id }) => id));
    for (const id of gone) await options.forgetTokens(id);
    settings.set(
      'connections',
      settings.get('connections').filter(({ id }) => !gone.has(id)),
    );
  }

  return {
    twinOf,
    removeSecret,

    async moveList(from, to) {
      const [application, movedTo] = [applicationKey(from), applicationKey(to)];
      const isNeededThere = all().some(
        (other) => applicationKey(other.application) === application,
      );
      if (!isNeededThere) await localCopy.save({ imports: [{ application, movedTo }] });
    },

    async loss(profile) {
      const { application } = profile;
      const account = secretAccount(application);
      const others = all().filter(({ id }) => id !== profile.id);
      const secret =
        account !== null &&
        expectedEntries.has(account) &&
        others.every((other) => secretAccount(other.application) !== account);
      const twin = twinOf(profile);
      if (twin) return { connections: 0, vehicles: 0, listed: 0, secret, sharedWith: twin.id };
      const vehicles = (await vehiclesOf(application)).length;
      const listed = (await localCopy.unlabelled(applicationKey(application))).length;
      const connections = connectionsOf(application).length;
      return { connections, vehicles, listed, secret, sharedWith: null };
    },

    async remove(profile) {
      if (!twinOf(profile)) await forgetVehicles(profile);
      settings.set(
        'profiles',
        all().filter(({ id }) => id !== profile.id),
      );
      await removeSecret(profile.application);
    },
  };
}
