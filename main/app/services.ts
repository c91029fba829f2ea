import type { Events } from '../../contract/api.ts';
import type { AppearanceState } from '../../contract/appearance.ts';
import type { EventName } from '../../contract/channels.ts';
import type { Bootstrap } from '../../contract/responses.ts';
import type { Activity } from '../activity/activity.ts';
import type { AlertDesktop, Alerts } from '../alerts/alerts.ts';
import type { Connector } from '../connect/connector.ts';
import type { ConnectWindowOptions } from '../connect/embedded/connectWindow.ts';
import type { AccessTokens } from '../exchange/accessTokens.ts';
import type { Commands } from '../fleet/commands/commands.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';

import type { Vault } from '../keychain/vault.ts';
import type { OwnMaps } from '../ownMap/ownMap.ts';
import type { Settings } from '../settings/settings.ts';
import type { Origins } from '../smartcar/origins.ts';
import type { SystemRegion } from './appearance.ts';
import type { ApplicationSetup } from './applicationSetup.ts';
import type { CheckApplication } from './checkApplication.ts';
import type { Connecting } from './connecting.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Log } from './log.ts';
import type { OpenedEligibility } from './openEligibility.ts';
import type { OpenedImports } from './openImports.ts';
import type { Profiles } from './profiles.ts';
import type { StatusBoard } from './status.ts';

/** Everything that lives in the main process, wired together. */
export interface Services extends OpenedEligibility {
  readonly settings: Settings;
  readonly vault: Vault;
  readonly tokens: Pick<AccessTokens, 'forget' | 'ages' | 'lastFailure'>;
  readonly fleet: Fleet;
  readonly commands: Commands;
  readonly alerts: Alerts;
  readonly connector: Connector;
  readonly connecting: Connecting;
  readonly setup: ApplicationSetup;
  readonly checkApplication: CheckApplication;
  readonly board: StatusBoard;
  appearance(): AppearanceState;
  readonly activity: Activity;
  readonly diagnostics: Diagnostics;
  readonly ownMaps: OwnMaps;
  bootstrap(): Promise<Bootstrap>;
  readonly imports: OpenedImports;
  readonly profiles: Profiles;
  /** Takes up the queue of reads, and from then on keeps sign-ins alive that nobody uses. */
  begin(): Promise<void>;
  /** The computer woke up: calls that hung through its sleep are given up. */
  wake(): void;
  /** Takes a link that the system handed over. */
  receiveLink(address: string): void;
  /** Writes what is still to be written and ends the sandbox. */
  close(): Promise<void>;
}

export interface ServicesOptions {
  readonly userData: string;
  readonly sandboxEntry: string;
  /** The folder of the log. */
  readonly logs: string;
  readonly localCopy: OpenedLocalCopy;
  /** Where an own application's Smartcar is. */
  readonly origins: Origins;
  readonly region: SystemRegion;
  readonly connectWindows: Omit<ConnectWindowOptions, 'appearance'>;
  /** What the system shows of alerts. */
  readonly desktop: AlertDesktop;
  readonly send: <N extends EventName>(event: N, payload: Events[N]) => void;
  readonly log: Log;
}
