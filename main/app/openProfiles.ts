import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity/activity.ts';
import type { Connector } from '../connect/connector.ts';
import type { AccessTokens } from '../exchange/accessTokens.ts';
import type { Commands } from '../fleet/commands/commands.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Settings } from '../settings/settings.ts';
import { createProfiles, type Profiles } from './profiles.ts';

export interface OpenProfilesOptions {
  readonly settings: Settings;
  readonly vault: Vault;
  readonly localCopy: LocalCopy;
  readonly tokens: AccessTokens;
  readonly commands: Commands;
  readonly connector: Connector;
  readonly fleet: Fleet;
  readonly activity: Activity;
  readonly announce: () => void;
}

/** The profiles of the settings, and what a switch means for everything else. */
export function openProfiles(options: OpenProfilesOptions): Profiles {
  const { tokens, commands, connector, fleet, activity } = options;
  return createProfiles({
    ...options,
    forgetTokens: tokens.forget,
    newId: randomUUID,
    isBusy: commands.isSending,
    end() {
      connector.cancel();
      connector.dismiss();
      commands.dismiss();
    },
    async show() {
      await fleet.showOthers();
      // Takes up the queue and lists what is not known yet; nobody has to wait for that.
      void fleet.begin();
    },
    note: (event, byPerson) => void activity.note({ kind: 'application', event, byPerson }),
  });
}
