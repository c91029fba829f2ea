import type { CallRecord } from '../../contract/callLog.ts';
import { callsThisMonth, countingMonth } from '../../contract/month.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import type { Clock } from './sync/clock.ts';

/** A call without the number that the local copy gives it. */
export type NewCall = Omit<CallRecord, 'id'>;

/**
 * Calls on their way into the local copy. Those of a vehicle that is being read are written together
 * with what was read; the others a moment later.
 */
export interface CallNotes {
  note(call: NewCall): void;
  /** Takes what was noted for a vehicle. */
  take(vehicleId: string): readonly NewCall[];
  /** Resolves when all that was noted so far has been handed on. */
  flush(): Promise<void>;
}

/** Longer than saving a read takes, so that its calls are usually taken by then. */
const LEFT_OVER_AFTER_MS = 2_000;

export interface CallNotesOptions {
  readonly clock: Pick<Clock, 'after'>;
  /** Writes calls that nobody took. */
  readonly write: (calls: readonly NewCall[]) => Promise<void>;
}

export function createCallNotes({ clock, write }: CallNotesOptions): CallNotes {
  let notes: NewCall[] = [];
  let callOff: (() => void) | null = null;

  async function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    const rest = notes;
    notes = [];
    if (rest.length > 0) await write(rest);
  }

  return {
    note(call) {
      notes.push(call);
      callOff ??= clock.after(LEFT_OVER_AFTER_MS, () => void flush());
    },
    take(vehicleId) {
      const taken = notes.filter((call) => call.vehicleId === vehicleId);
      notes = notes.filter((call) => call.vehicleId !== vehicleId);
      return taken;
    },
    flush,
  };
}

/** The calls of the month (UTC) after these were made as well. */
export function withCalls(
  before: Vehicle['calls'],
  calls: readonly NewCall[],
  now: number,
): Vehicle['calls'] {
  const counted = calls.reduce((sum, call) => sum + call.counted, 0);
  return { month: countingMonth(before, now), count: callsThisMonth(before, now) + counted };
}
