import type { BudgetState } from './budget.ts';
import type { Hold } from './vehicles.ts';

/** Who wants a vehicle read: a person, or the rule that keeps values fresh. */
export type AskedBy = 'person' | 'schedule';

/**
 * What a vehicle waits for a time for. `night`: the rule reads it at night only. `reserve`: what is left of
 * its calls of the month is kept for people.
 */
export type WaitCause = Hold['cause'] | 'night' | 'reserve';

/** The reads that are still to be done, as a whole. Times are ISO 8601. */
export interface QueueState {
  /** Vehicles being read right now. */
  readonly running: number;
  /** Vehicles that are still to be read, those on hold included. */
  readonly waiting: number;
  /** Since the queue was last empty: how many are done, and of how many. */
  readonly done: number;
  readonly total: number;
  /** When the last one is expected to be done; `null` where that cannot be said or nothing waits. */
  readonly finishesAt: string | null;
  /** When the next read will start, where something waits and nothing can start now. */
  readonly nextAt: string | null;
  readonly paused: boolean;
  /** False where nothing is read because this computer holds no secret of the application. */
  readonly hasSecret: boolean;
  readonly pausedGroups: readonly string[];
  /** Waiting vehicles that must not be asked yet, by cause. */
  readonly held: readonly HeldVehicles[];
  readonly budget: BudgetState;
}

export interface HeldVehicles {
  readonly cause: WaitCause;
  readonly count: number;
  /** When the first of them may be asked. */
  readonly nextAt: string;
}

/** One vehicle that is still to be read. */
export interface QueueEntry {
  readonly vehicleId: string;
  readonly askedBy: AskedBy;
  readonly askedAt: string;
  readonly running: boolean;
  /** When it may be asked at the earliest; `null` where its turn is all it waits for. */
  readonly notBefore: string | null;
  readonly cause: WaitCause | 'paused' | null;
}

/** What became of a wish to read vehicles. */
export interface RefreshAnswer {
  /** Vehicles that were put into the queue, or moved to its front. */
  readonly queued: number;
  /** Of these, how many have to wait for a limit first. */
  readonly held: number;
  /** Vehicles that cannot be read: access ended, tokens out of reach, or paused. */
  readonly left: number;
}
