import * as z from 'zod';
import {
  type Application,
  applicationFormSchema,
  backendFormSchema,
  type HelpLink,
} from './application.ts';
import type { EventName, RequestName } from './channels.ts';
import type { ConnectState } from './connect.ts';
import { type ConnectOptions, connectOptionsSchema } from './connectOptions.ts';
import { type EligibilityAnswer, eligibilityRequestSchema } from './eligibility.ts';
import type { Result } from './result.ts';
import type { KeychainStatus, Notice } from './status.ts';
import { TRANSPORTS, type Transport } from './transport.ts';
import type { FleetChange, FleetSnapshot } from './vehicles.ts';

const nothing = z.undefined();
const vehicleId = z.string().min(1).max(100);

/** One schema per request: what main accepts from the renderer. */
export const requestSchemas = {
  'app.bootstrap': nothing,
  'setup.chooseSimulated': nothing,
  'setup.saveApplication': applicationFormSchema,
  'setup.saveBackend': backendFormSchema,
  'settings.setTransport': z.strictObject({ transport: z.enum(TRANSPORTS) }),
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
  'fleet.refresh': z.strictObject({ vehicleIds: z.array(vehicleId).max(10_000).optional() }),
  'fleet.disconnect': z.strictObject({ vehicleId }),
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
  readonly keychain: KeychainStatus;
  readonly notices: readonly Notice[];
}

export interface Bootstrap {
  readonly status: Status;
  readonly fleet: FleetSnapshot;
  readonly connect: ConnectState;
  readonly version: string;
}

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
  'app.bootstrap': Bootstrap;
  'setup.chooseSimulated': Result<null, 'sandbox_failed'>;
  'setup.saveApplication': Result<null, 'invalid'>;
  'setup.saveBackend': Result<null, BackendFailure>;
  'settings.setTransport': Result<null>;
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
  'fleet.refresh': Result<null>;
  'fleet.disconnect': Result<null, DisconnectFailure>;
  'keychain.retry': Result<KeychainStatus>;
  'notices.dismiss': Result<null>;
  'help.open': Result<null>;
}

/** What each event carries. */
export interface Events {
  'fleet.changed': FleetChange;
  'connect.changed': ConnectState;
  'status.changed': Status;
}

export type RequestInput<N extends RequestName> = z.input<(typeof requestSchemas)[N]>;

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
