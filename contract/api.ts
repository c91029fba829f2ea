import * as z from 'zod';
import { type ActivityPage, activityFilterSchema } from './activity.ts';
import { type AlertList, type AlertSettings, alertSettingsSchema } from './alerts.ts';
import { type AppearanceState, appearanceSchema } from './appearance.ts';
import {
  type Application,
  applicationFormSchema,
  backendFormSchema,
  type HelpLink,
} from './application.ts';
import { type Budget, budgetSchema } from './budget.ts';
import type { CallPage } from './callLog.ts';
import type { EventName, RequestName } from './channels.ts';
import {
  type CommandFailure,
  type CommandRecord,
  type CommandRun,
  commandSchema,
  type DryRun,
} from './commands.ts';
import type { ConnectState } from './connect.ts';
import { type ConnectOptions, connectOptionsSchema } from './connectOptions.ts';
import { type EligibilityAnswer, eligibilityRequestSchema } from './eligibility.ts';
import type { Health } from './health.ts';
import type { LogTail } from './logLines.ts';
import type { QueueEntry, QueueState, RefreshAnswer } from './queue.ts';
import type { Result } from './result.ts';
import type { KeychainStatus, Notice } from './status.ts';
import { type TableSettings, tableSettingsSchema } from './tableView.ts';
import { TRANSPORTS, type Transport } from './transport.ts';
import { type SmallLines, TREND_KINDS, type Trends } from './trends.ts';
import type { FleetChange, FleetPage, FleetStart } from './vehicles.ts';

const nothing = z.undefined();
const vehicleId = z.string().min(1).max(100);
const vehicleIds = z.array(vehicleId).max(100_000);
const label = z.string().max(200).nullable().optional();
const tags = z.array(z.string().min(1).max(60)).max(50).optional();

/** What is written to and read from files that a person chooses. */
const fileKind = z.enum(['csv', 'views', 'support']);

/** One schema per request: what main accepts from the renderer. */
export const requestSchemas = {
  /** Asked first of all and answered first: the page's language depends on it. */
  'app.appearance': nothing,
  'app.bootstrap': nothing,
  'setup.chooseSimulated': nothing,
  'setup.saveApplication': applicationFormSchema,
  'setup.saveBackend': backendFormSchema,
  'settings.setTransport': z.strictObject({ transport: z.enum(TRANSPORTS) }),
  'settings.setBudget': budgetSchema,
  'settings.setTable': tableSettingsSchema,
  'settings.setAppearance': appearanceSchema,
  'settings.setAlerts': alertSettingsSchema,
  /** Without ids: the alerts of all vehicles. */
  'alerts.see': z.strictObject({ vehicleIds: vehicleIds.optional() }),
  'connect.start': z.strictObject({
    options: connectOptionsSchema,
    /** For this attempt only; without it the one from the settings. */
    transport: z.enum(TRANSPORTS).optional(),
  }),
  'connect.reconnect': z.strictObject({
    vehicleId,
    /** For this attempt only, as with `connect.start`. */
    transport: z.enum(TRANSPORTS).optional(),
  }),
  'connect.focus': nothing,
  'connect.copyLink': nothing,
  'connect.cancel': nothing,
  'connect.retryExchange': nothing,
  'connect.keepVehicle': nothing,
  'connect.dismiss': nothing,
  'eligibility.check': eligibilityRequestSchema,
  'fleet.page': z.strictObject({
    after: vehicleId.nullable(),
    limit: z.number().int().min(1).max(5_000),
  }),
  /** The vehicles at the top of the table, which the next start shows first. */
  'fleet.rememberFirst': z.strictObject({ vehicleIds: z.array(vehicleId).max(100) }),
  /** Without ids: all of them, and the lists of what each connection opens as well. */
  'fleet.refresh': z.strictObject({ vehicleIds: vehicleIds.optional() }),
  'fleet.disconnect': z.strictObject({ vehicleId }),
  'fleet.label': z.strictObject({
    vehicleIds,
    change: z.strictObject({
      name: label,
      plate: label,
      driver: label,
      group: label,
      notes: z.string().max(10_000).nullable().optional(),
      addTags: tags,
      removeTags: tags,
    }),
  }),
  'fleet.pause': z.strictObject({ vehicleIds, paused: z.boolean() }),
  'fleet.calls': z.strictObject({
    vehicleId,
    before: z.number().int().nullable(),
    limit: z.number().int().min(1).max(500),
  }),
  'fleet.commands': z.strictObject({ vehicleId, limit: z.number().int().min(1).max(500) }),
  'fleet.trends': z.strictObject({
    vehicleId,
    kinds: z.array(z.enum(TREND_KINDS)).max(TREND_KINDS.length),
    from: z.iso.datetime(),
  }),
  'fleet.smallLines': z.strictObject({
    vehicleIds: z.array(vehicleId).max(200),
    from: z.iso.datetime(),
  }),
  /** What is next in the queue, first things first. */
  'queue.list': z.strictObject({ limit: z.number().int().min(1).max(500) }),
  'queue.pause': z.strictObject({ paused: z.boolean() }),
  'queue.pauseGroup': z.strictObject({ group: z.string().min(1).max(200), paused: z.boolean() }),
  /** Without ids: everything that waits. What is being read is read to its end. */
  'queue.cancel': z.strictObject({ vehicleIds: vehicleIds.optional() }),
  'commands.dryRun': z.strictObject({ command: commandSchema, vehicleIds }),
  /** Vehicles that cannot take the command are left out. */
  'commands.run': z.strictObject({ command: commandSchema, vehicleIds }),
  'commands.retryFailed': nothing,
  'commands.cancelRest': nothing,
  /** Puts the result of a run away. */
  'commands.dismiss': nothing,
  'activity.page': z.strictObject({
    filter: activityFilterSchema,
    before: z.number().int().nullable(),
    limit: z.number().int().min(1).max(5_000),
  }),
  'diagnostics.health': nothing,
  /** `version` is that of the lines that are there already. */
  'diagnostics.log': z.strictObject({ version: z.string().max(200).nullable() }),
  'diagnostics.supportFile': nothing,
  'files.save': z.strictObject({
    kind: fileKind,
    /** Proposed to the person, without folder. */
    name: z.string().min(1).max(120),
    text: z.string(),
  }),
  'files.open': z.strictObject({ kind: fileKind }),
  'keychain.retry': nothing,
  'notices.dismiss': z.strictObject({ id: z.string().min(1).max(100) }),
  'help.open': z.strictObject({
    link: z.enum(['dashboard', 'redirect_uris', 'status_page', 'brands'] satisfies HelpLink[]),
  }),
} as const satisfies Record<RequestName, z.ZodType>;

/** Everything but the vehicles: small, sent whole whenever it changes. */
export interface Status {
  /** `null` on the first run: the two doors. */
  readonly application: Application | null;
  /** How Connect comes back into the app unless an attempt says otherwise. */
  readonly transport: Transport;
  /** What Connect was last opened with, without VIN and owner; the form starts from it. */
  readonly connectOptions: ConnectOptions;
  readonly budget: Budget;
  readonly appearance: AppearanceState;
  readonly alertSettings: AlertSettings;
  readonly keychain: KeychainStatus;
  readonly notices: readonly Notice[];
}

export interface Bootstrap {
  readonly status: Status;
  readonly fleet: FleetStart;
  readonly queue: QueueState;
  /** The run that is under way or whose result has not been put away. */
  readonly commands: CommandRun | null;
  readonly connect: ConnectState;
  readonly alerts: AlertList;
  readonly table: TableSettings;
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
  'setup.chooseSimulated': Result<null, 'sandbox_failed'>;
  'setup.saveApplication': Result<null, 'invalid'>;
  'setup.saveBackend': Result<null, BackendFailure>;
  'settings.setTransport': Result<null>;
  'settings.setBudget': Result<null>;
  'settings.setTable': Result<null>;
  'settings.setAppearance': Result<null>;
  'settings.setAlerts': Result<null>;
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
  'eligibility.check': EligibilityAnswer;
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

/** What each event carries. */
export interface Events {
  'fleet.changed': FleetChange;
  /** Another application is in use: its vehicles take the place of those so far. */
  'fleet.reset': FleetStart;
  'queue.changed': QueueState;
  'commands.changed': CommandRun | null;
  'connect.changed': ConnectState;
  'status.changed': Status;
  'alerts.changed': AlertList;
  /** Somebody pressed a notification about these vehicles. */
  'alerts.show': { readonly vehicleIds: readonly string[] };
  /** Something was added to the activity. */
  'activity.changed': null;
}

export type RequestInput<N extends RequestName> = z.input<(typeof requestSchemas)[N]>;

/** What main gets of a request: with the defaults of what was left out. */
export type ParsedRequest<N extends RequestName> = z.output<(typeof requestSchemas)[N]>;

type Call<N extends RequestName> =
  undefined extends RequestInput<N>
    ? () => Promise<Responses[N]>
    : (input: RequestInput<N>) => Promise<Responses[N]>;

/** What the preload puts on `window.motorpool`: one function per request, and subscriptions. */
export type MotorpoolApi = { readonly [N in RequestName]: Call<N> } & {
  /** Calls `listener` on every such event; answers the function that ends it. */
  readonly subscribe: <N extends EventName>(
    event: N,
    listener: (payload: Events[N]) => void,
  ) => () => void;
};
