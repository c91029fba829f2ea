import type { AskedBy, QueueEntry, QueueState, RefreshAnswer } from '../../../contract/queue.ts';
import type { Hold } from '../../../contract/vehicles.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';

/**
 * What a try to read a vehicle means for the queue. `done`: read, whatever single values say. `over`:
 * access has ended or tokens are out of reach; asking again is useless. `hold`: not before `until`
 * (milliseconds since the epoch), for this vehicle or, with `maker_limit`, all of its make. `fault`: worth
 * another try, spaced out. `throttled`: the application's bucket is empty. `offline`: Smartcar was not
 * reached.
 */
export type ReadVerdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'over' }
  | {
      readonly kind: 'hold';
      readonly until: number;
      readonly cause: Exclude<Hold['cause'], 'fault'>;
      /** Smartcar's code, e.g. `ACCOUNT_SUSPENDED`. */
      readonly code: string | null;
    }
  | { readonly kind: 'fault' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'offline' };

/**
 * Reads one vehicle. `answered` is called when its values are there and only have to be looked through and
 * kept, so that the next vehicle need not wait for that. With `done` and `over` the vehicle's row in the
 * saved queue is gone together with what was saved of the read; in every other case the scheduler keeps it.
 */
export type Read = (vehicleId: string, answered: () => void) => Promise<ReadVerdict>;

/** The queue of reads: what is read when, within the budget. */
export interface Scheduler {
  /** Takes up the queue that the last run left, and from then on what grows stale by itself. */
  start(): Promise<void>;
  state(): QueueState;
  /** What is being read and what is next, first things first. */
  list(limit: number): readonly QueueEntry[];
  /** Wants these vehicles read; a person's wish moves ahead of the schedule's. */
  request(vehicleIds: readonly string[], askedBy: AskedBy): Promise<RefreshAnswer>;
  /** Without ids: everything that waits. What is being read is read to its end. */
  cancel(vehicleIds?: readonly string[]): Promise<void>;
  pause(paused: boolean): Promise<void>;
  pauseGroup(group: string, paused: boolean): Promise<void>;
  /** Vehicles are new, or something that matters here has changed. */
  learn(facts: readonly VehicleFacts[]): void;
  forget(vehicleIds: readonly string[]): void;
  /** These are the vehicles of the application in use, instead of those known so far. */
  replace(facts: readonly VehicleFacts[]): void;
  /** The budget was changed in the settings. */
  rebudget(): void;
  /** The computer woke up, or the network is back: look again at once. */
  wake(): void;
  close(): void;
}
