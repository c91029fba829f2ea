import type { AskedBy } from '../../../contract/queue.ts';
import type { LocalCopy, VehicleFacts } from '../localCopy/localCopy.ts';
import { comesFirst, type Entry, entryOf, rowOf } from './queueEntry.ts';

/** The reads that are still to be done, in memory and, row by row, in the local copy. */
export interface ReadQueue {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Adds entries, or moves those there to the front of what this asker asked for. */
  add(vehicleIds: readonly string[], askedBy: AskedBy, askedAt: number): Promise<void>;
  /** Changes an entry that is there. */
  change(vehicleId: string, change: Partial<Entry>): Promise<void>;
  remove(vehicleIds: readonly string[]): Promise<void>;
  /** The local copy has forgotten them already. */
  drop(vehicleIds: readonly string[]): void;
  /** Takes up what the local copy holds for these vehicles. */
  reload(facts: ReadonlyMap<string, VehicleFacts>): Promise<void>;
  /** All of them, in the order in which they would be read. */
  inOrder(facts: ReadonlyMap<string, VehicleFacts>): readonly Entry[];
}

export function createReadQueue(localCopy: Pick<LocalCopy, 'queue' | 'save'>): ReadQueue {
  const entries = new Map<string, Entry>();

  async function put(changed: readonly Entry[]): Promise<void> {
    for (const entry of changed) entries.set(entry.vehicleId, entry);
    if (changed.length > 0) await localCopy.save({ queued: changed.map(rowOf) });
  }

  return {
    entries,

    add: (vehicleIds, askedBy, askedAt) =>
      put(
        vehicleIds.flatMap((vehicleId) => {
          const before = entries.get(vehicleId);
          const isWanted = before?.askedBy === askedBy || before?.askedBy === 'person';
          if (before && isWanted) return [];
          return [{ vehicleId, askedBy, askedAt, attempts: 0, notBefore: null }];
        }),
      ),

    async change(vehicleId, change) {
      const entry = entries.get(vehicleId);
      if (entry) await put([{ ...entry, ...change }]);
    },

    async remove(vehicleIds) {
      const gone = vehicleIds.filter((id) => entries.delete(id));
      if (gone.length > 0) await localCopy.save({ unqueued: gone });
    },

    drop(vehicleIds) {
      for (const id of vehicleIds) entries.delete(id);
    },

    async reload(facts) {
      entries.clear();
      for (const row of await localCopy.queue()) {
        if (facts.has(row.vehicleId)) entries.set(row.vehicleId, entryOf(row));
      }
    },

    inOrder: (facts) =>
      [...entries.values()].toSorted((one, other) => {
        const oneFacts = facts.get(one.vehicleId);
        const otherFacts = facts.get(other.vehicleId);
        if (!oneFacts || !otherFacts) return 0;
        if (comesFirst(one, oneFacts, other, otherFacts)) return -1;
        return comesFirst(other, otherFacts, one, oneFacts) ? 1 : 0;
      }),
  };
}
