import type { CopyChange, LocalCopy } from './localCopy/localCopy.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

/** What becomes of one record, and what is written together with it. */
export interface RecordChange {
  readonly record: VehicleRecord;
  readonly also?: Omit<CopyChange, 'vehicles' | 'removed'>;
}

/** The records in the local copy, changed one after the other: two changes of one never meet. */
export interface Records {
  get(id: string): Promise<VehicleRecord | null>;
  /**
   * Changes records as they are when their turn comes, in one piece. `change` gets `null` for an id that
   * is not known, and answers `null` to leave everything as it is. Answers what was saved.
   */
  update(
    ids: readonly string[],
    change: (current: VehicleRecord | null, id: string) => RecordChange | null,
  ): Promise<readonly VehicleRecord[]>;
  /** Removes records, after the changes that are under way. */
  remove(ids: readonly string[]): Promise<void>;
  /** Runs `work` while no record is changed: after all that was asked for, before all that comes. */
  apart<T>(work: () => Promise<T>): Promise<T>;
}

/** The longest piece: a change of thousands must not keep a read from being saved. */
const PIECE = 500;

/** Puts what several records want written beside them into one change. */
function together(changes: readonly RecordChange[]): CopyChange {
  const also = changes.map((change) => change.also ?? {});
  return {
    vehicles: changes.map(({ record }) => record),
    history: also.flatMap(({ history = [] }) => history),
    calls: also.flatMap(({ calls = [] }) => calls),
    unqueued: also.flatMap(({ unqueued = [] }) => unqueued),
  };
}

export function createRecords(localCopy: Pick<LocalCopy, 'vehicles' | 'save'>): Records {
  const lastTurns = new Map<string, Promise<void>>();
  const turns = new Set<Promise<void>>();
  let gate: Promise<void> = Promise.resolve();

  /** Runs `work` when all that was asked for these ids before is done. */
  async function inTurn<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = [gate, ...ids.map((id) => lastTurns.get(id))];
    const { promise: done, resolve } = Promise.withResolvers<void>();
    for (const id of ids) lastTurns.set(id, done);
    turns.add(done);
    await Promise.all(before);
    try {
      return await work();
    } finally {
      for (const id of ids) if (lastTurns.get(id) === done) lastTurns.delete(id);
      turns.delete(done);
      resolve();
    }
  }

  async function apart<T>(work: () => Promise<T>): Promise<T> {
    const before = [gate, ...turns];
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    await Promise.all(before);
    try {
      return await work();
    } finally {
      resolve();
    }
  }

  async function changePiece(
    ids: readonly string[],
    change: Parameters<Records['update']>[1],
  ): Promise<readonly VehicleRecord[]> {
    const known = new Map((await localCopy.vehicles(ids)).map((record) => [record.id, record]));
    const changes = ids.flatMap((id) => change(known.get(id) ?? null, id) ?? []);
    if (changes.length === 0) return [];
    await localCopy.save(together(changes));
    return changes.map(({ record }) => record);
  }

  return {
    get: (id) => inTurn([id], async () => (await localCopy.vehicles([id]))[0] ?? null),

    async update(ids, change) {
      const saved: VehicleRecord[] = [];
      const unique = [...new Set(ids)];
      for (let from = 0; from < unique.length; from += PIECE) {
        const piece = unique.slice(from, from + PIECE);
        saved.push(...(await inTurn(piece, () => changePiece(piece, change))));
      }
      return saved;
    },

    apart,

    remove: (ids) => inTurn(ids, () => localCopy.save({ removed: ids })),
  };
}
