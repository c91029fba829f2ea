import type { QueueState } from '../../../contract/queue.ts';
import type { GoodReading, ReadingKind } from '../../../contract/readings.ts';
import type { Clock } from '../sync/clock.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { limitOf } from './obstacles.ts';
import type { Wanted } from './wanted.ts';

/** Between one look at the car's values and the next: 10 s, 30 s, 90 s and 5 min after it was sent. */
const PAUSES_MS = [10_000, 20_000, 60_000, 210_000];

export interface ConfirmationsOptions {
  readonly records: (ids: readonly string[]) => Promise<readonly VehicleRecord[]>;
  /** Reads one value at once and keeps it in the record; `null` where it did not come. */
  readonly readKind: <K extends ReadingKind>(
    vehicleId: string,
    kind: K,
  ) => Promise<GoodReading<K> | null>;
  readonly queueState: () => Pick<QueueState, 'budget'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

/** Waits for cars to show that they obeyed, which can lag minutes behind Smartcar's answer. */
export interface Confirmations {
  /**
   * Resolves with the car's own time of the value that confirms it (ISO 8601); with `null` where the car
   * has not shown it in time, or where another command has taken its place.
   */
  of(vehicleId: string, wanted: Wanted, sentAt: string): Promise<string | null>;
}

/** The car's own time, where its last value is as wanted and was measured after the command. */
function shownAt(record: VehicleRecord, { kind, isSo }: Wanted, sentAt: string): string | null {
  const measuredAt = record.readings[kind].last?.measuredAt ?? null;
  if (measuredAt === null || Date.parse(measuredAt) < Date.parse(sentAt)) return null;
  return isSo(record.readings) ? measuredAt : null;
}

export function createConfirmations(options: ConfirmationsOptions): Confirmations {
  const { records, readKind, queueState, clock } = options;
  /** The newest watch of a vehicle's value: an older one has nothing left to find. */
  const newest = new Map<string, symbol>();

  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));

  /** A look costs a call, which those that are still to be sent must not wait for. */
  function mayAsk(record: VehicleRecord, { kind }: Wanted): boolean {
    const now = clock.now();
    const { budget } = queueState();
    const retryAt = record.readings[kind].problem?.retryAt ?? null;
    const isTooEarly = retryAt !== null && Date.parse(retryAt) > now;
    return budget.calls >= 1 && !isTooEarly && limitOf(record, budget.month, now) === null;
  }

  async function look(id: string, wanted: Wanted, sentAt: string): Promise<string | null> {
    const [before] = await records([id]);
    if (!before) return null;
    // Somebody may have had the vehicle read meanwhile.
    const known = shownAt(before, wanted, sentAt);
    if (known !== null || !mayAsk(before, wanted)) return known;
    if (!(await readKind(id, wanted.kind))) return null;
    const [after] = await records([id]);
    return after ? shownAt(after, wanted, sentAt) : null;
  }

  return {
    async of(vehicleId, wanted, sentAt) {
      const key = `${wanted.kind} ${vehicleId}`;
      const mine = Symbol(key);
      newest.set(key, mine);
      try {
        for (const ms of PAUSES_MS) {
          await pause(ms);
          if (newest.get(key) !== mine) return null;
          const at = await look(vehicleId, wanted, sentAt);
          if (at !== null) return at;
        }
        return null;
      } finally {
        if (newest.get(key) === mine) newest.delete(key);
      }
    },
  };
}
