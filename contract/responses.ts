import type { ActivityPage } from './activity.ts';
import type { AlertList } from './alerts.ts';
import type { AppearanceState } from './appearance.ts';
import type { ApplicationCheck } from './applicationCheck.ts';
import type { CallPage } from './callLog.ts';
import type { CommandFailure, CommandRecord, CommandRun, DryRun } from './commands.ts';
import type { ConnectState } from './connect.ts';
import type { ConnectionFacts } from './connectionFacts.ts';
import type { CopySizes, ExportFailure, ImportFailure, ImportPlan, ImportResult } from './data.ts';
import type { EligibilityAnswer } from './eligibility.ts';
import type { FirstScreen } from './firstScreen.ts';
import type { Health } from './health.ts';
import type { ImportedPage } from './importedCars.ts';
import type { LockFailure, LockState } from './lock.ts';
import type { LogTail } from './logLines.ts';
import type { OwnMap, OwnMapFailure, TemplateProblem } from './ownMap.ts';
import type { ProfileFailure, ProfileLoss } from './profiles.ts';
import type { QueueEntry, QueueState, RefreshAnswer } from './queue.ts';
import type { Result } from './result.ts';
import type { KeychainStatus, Status } from './status.ts';
import type { TableSettings } from './tableView.ts';
import type { SmallLines, Trends } from './trends.ts';
import type { FleetPage, FleetStart } from './vehicles.ts';

export interface Bootstrap {
  readonly status: Status;
  readonly fleet: FleetStart;
  readonly queue: QueueState;
  /** The run that is under way or whose result has not been put away. */
  readonly commands: CommandRun | null;
  readonly connect: ConnectState;
  readonly alerts: AlertList;
  readonly table: TableSettings;
  /** The screen that was open when the app was last used. */
  readonly screen: FirstScreen;
  readonly version: string;
}

/** Why no file was written or read. */
export type FileFailure = 'cancelled' | 'not_written' | 'not_readable';

/** Why a vehicle was not disconnected; nothing was changed then. */
export type DisconnectFailure = 'unknown_vehicle' | 'offline' | 'tokens_unavailable' | 'refused';

/** Why the company's backend was not taken into use; nothing was changed then. */
export type BackendFailure =
  | 'unreachable'
  | 'timed_out'
  /** Something answered, but not an exchange backend. */
  | 'not_a_backend'
  | 'staff_token_refused'
  | 'rate_limited'
  | 'failed';

/** Why no attempt was started. */
export type ConnectStartFailure =
  | 'no_application'
  | 'already_running'
  | 'sandbox_failed'
  /** See `connectOptionsIssues`. */
  | 'options_invalid';

/** What each request answers. */
export interface Responses {
  'app.appearance': AppearanceState;
  'app.bootstrap': Bootstrap;
  'app.listening': Result<null>;
  'app.rememberScreen': Result<null>;
  'setup.chooseSimulated': Result<null, ProfileFailure>;
  'setup.checkApplication': ApplicationCheck;
  'setup.saveApplication': Result<null, 'invalid'>;
  'setup.saveBackend': Result<null, BackendFailure>;
  'profiles.use': Result<null, ProfileFailure>;
  'profiles.change': Result<null>;
  /** What goes with it; `null` where there is no such profile. */
  'profiles.loss': ProfileLoss | null;
  'profiles.remove': Result<null, ProfileFailure>;
  'settings.setTransport': Result<null>;
  'settings.setBudget': Result<null>;
  'settings.setPresets': Result<null>;
  'settings.setTable': Result<null>;
  'settings.setAppearance': Result<null>;
  'settings.setAlerts': Result<null>;
  'privacy.set': Result<null>;
  'settings.setDesktop': Result<null>;
  'settings.setShortcuts': Result<null>;
  'lock.state': LockState;
  'lock.now': Result<null>;
  'lock.unlock': Result<null, LockFailure>;
  'lock.set': Result<null, LockFailure>;
  'lock.remove': Result<null, LockFailure>;
  'data.sizes': CopySizes;
  'data.setKeep': Result<null>;
  'data.clear': Result<null, 'not_written'>;
  'data.startAnew': Result<null, 'not_written'>;
  /** The file's name, without folder. */
  'data.export': Result<string, ExportFailure>;
  'data.checkImport': Result<ImportPlan, ImportFailure>;
  'data.import': Result<ImportResult, ImportFailure>;
  'data.undoImport': Result<null, 'not_written'>;
  'data.stop': Result<null>;
  /** `null`: there is the built-in map only. */
  'map.describe': Result<OwnMap | null, OwnMapFailure>;
  'map.useBuiltIn': Result<null>;
  'map.useTiles': Result<null, TemplateProblem>;
  'map.chooseFile': Result<null, OwnMapFailure | 'cancelled'>;
  /** Goes back to the map before the last change. */
  'map.undo': Result<null>;
  /** Opens OpenStreetMap at a position, in the system's browser. */
  'map.openInBrowser': Result<null>;
  'alerts.see': Result<null>;
  'connect.start': Result<null, ConnectStartFailure>;
  'connect.reconnect': Result<null, ConnectStartFailure | 'unknown_vehicle'>;
  /** Brings the Connect window forward, or opens the browser once more. */
  'connect.focus': Result<null>;
  /** Puts the address of the running browser attempt on the clipboard. */
  'connect.copyLink': Result<null, 'nothing_to_copy'>;
  'connect.cancel': Result<null>;
  'connect.retryExchange': Result<null, 'nothing_to_retry'>;
  /** Keeps the car of a `wrong_vehicle` outcome as an additional one. */
  'connect.keepVehicle': Result<null, 'nothing_to_keep'>;
  'connect.dismiss': Result<null>;
  /** `null`: there is no such vehicle. */
  'connection.facts': ConnectionFacts | null;
  'eligibility.check': EligibilityAnswer;
  'eligibility.models': EligibilityAnswer;
  'imports.page': ImportedPage;
  'imports.add': Result<null>;
  'imports.remove': Result<null>;
  'fleet.page': FleetPage;
  'fleet.rememberFirst': Result<null>;
  'fleet.refresh': Result<RefreshAnswer>;
  'fleet.disconnect': Result<null, DisconnectFailure>;
  'fleet.label': Result<null>;
  'fleet.pause': Result<null>;
  'fleet.calls': CallPage;
  'fleet.commands': readonly CommandRecord[];
  'fleet.trends': Trends;
  'fleet.smallLines': readonly SmallLines[];
  'queue.list': readonly QueueEntry[];
  'queue.pause': Result<null>;
  'queue.pauseGroup': Result<null>;
  'queue.cancel': Result<null>;
  'commands.dryRun': DryRun;
  'commands.run': Result<null, CommandFailure>;
  'commands.retryFailed': Result<null, CommandFailure>;
  'commands.cancelRest': Result<null>;
  'commands.dismiss': Result<null>;
  'activity.page': ActivityPage;
  'diagnostics.health': Health;
  /** `null`: nothing was written since that version. */
  'diagnostics.log': LogTail | null;
  /** The whole text of a support file. */
  'diagnostics.supportFile': string;
  /** The file's name, without folder. */
  'files.save': Result<string, FileFailure>;
  /** The file's text. */
  'files.open': Result<string, FileFailure>;
  'keychain.retry': Result<KeychainStatus>;
  'notices.dismiss': Result<null>;
  'help.open': Result<null>;
}
