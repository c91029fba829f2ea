import type { ActionId } from './actions.ts';
import type { AlertList } from './alerts.ts';
import type { EventName, RequestName } from './channels.ts';
import type { CommandRun } from './commands.ts';
import type { ConnectState } from './connect.ts';
import type { DataWork } from './data.ts';
import type { QueueState } from './queue.ts';
import type { RequestInput } from './requests.ts';
import type { Responses } from './responses.ts';
import type { Status } from './status.ts';
import type { FleetChange, FleetStart } from './vehicles.ts';

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
  /** An action was chosen in the application menu. */
  'action.run': ActionId;
  /** Something was added to the activity. */
  'activity.changed': null;
  /** A long piece of work with files goes on; `null` at its end. */
  'data.progress': DataWork | null;
  /** Motorpool was locked: nothing else is told from now on. Or it was unlocked. */
  'lock.changed': { readonly isLocked: boolean };
}

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
