import * as z from 'zod';
import { type Application, applicationFormSchema, type HelpLink } from './application.ts';
import type { EventName, RequestName } from './channels.ts';
import type { ConnectState } from './connect.ts';
import type { Result } from './result.ts';
import type { KeychainStatus, Notice } from './status.ts';
import type { FleetChange, FleetSnapshot } from './vehicles.ts';

const nothing = z.undefined();
const vehicleId = z.string().min(1).max(100);

/** One schema per request: what main accepts from the renderer. */
export const requestSchemas = {
  'app.bootstrap': nothing,
  'setup.chooseSimulated': nothing,
  'setup.saveApplication': applicationFormSchema,
  'connect.start': nothing,
  'connect.focus': nothing,
  'connect.cancel': nothing,
  'connect.retryExchange': nothing,
  'connect.dismiss': nothing,
  'fleet.refresh': z.strictObject({ vehicleIds: z.array(vehicleId).max(10_000).optional() }),
  'fleet.disconnect': z.strictObject({ vehicleId }),
  'keychain.retry': nothing,
  'notices.dismiss': z.strictObject({ id: z.string().min(1).max(100) }),
  'help.open': z.strictObject({
    link: z.enum(['dashboard', 'redirect_uris'] satisfies HelpLink[]),
  }),
} as const satisfies Record<RequestName, z.ZodType>;

/** Everything but the vehicles: small, sent whole whenever it changes. */
export interface Status {
  /** `null` on the first run: the two doors. */
  readonly application: Application | null;
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

/** What each request answers. */
export interface Responses {
  'app.bootstrap': Bootstrap;
  'setup.chooseSimulated': Result<null, 'sandbox_failed'>;
  'setup.saveApplication': Result<null, 'invalid'>;
  'connect.start': Result<null, 'no_application' | 'already_running' | 'sandbox_failed'>;
  'connect.focus': Result<null>;
  'connect.cancel': Result<null>;
  'connect.retryExchange': Result<null, 'nothing_to_retry'>;
  'connect.dismiss': Result<null>;
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
