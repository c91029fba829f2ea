import {
  type GoodReading,
  READING_KINDS,
  type Reading,
  type ReadingKind,
} from '../../contract/readings.ts';
import type { Reach } from '../../contract/vehicles.ts';
import { TokenError } from '../exchange/tokenError.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';
import { type CallNotes, type NewCall, withCalls } from './callNotes.ts';
import type { HistoryEntry } from './localCopy/localCopy.ts';
import { mergeReading } from './merge.ts';
import { type ReadResult, readVehicle } from './reader.ts';
import type { Records } from './records.ts';
import type { Read, ReadVerdict } from './sync/scheduler.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

export interface ReadsOptions {
  readonly platform: (connectionId: string) => Promise<VehiclePlatform>;
  readonly authorization: (connectionId: string) => Authorization;
  readonly records: Records;
  readonly notes: CallNotes;
  readonly isInUse: (connectionId: string) => boolean;
  readonly now: () => number;
  /** Another set of vehicles is being read now. */
  readonly onRunning: () => void;
  readonly onReach: (reach: Reach) => void;
  readonly onSaved: (saved: readonly VehicleRecord[]) => void;
  /** Takes a vehicle from the queue that is not there to be read any more. */
  readonly unqueue: (vehicleId: string) => Promise<void>;
}

/** Reads vehicles and keeps what came. */
export interface Reads {
  /** Ids of vehicles being read right now. */
  running(): readonly string[];
  /** A call was answered; a read that waited for it has only its own work left. */
  heard(call: NewCall): void;
  /**
   * Reads all that was granted of a vehicle. What came, its history, the calls it took and, where
   * nothing is left to do, its place in the queue change in one piece.
   */
  readonly read: Read;
  /** Reads one value; `null` where it did not come. */
  readKind<K extends ReadingKind>(vehicleId: string, kind: K): Promise<GoodReading<K> | null>;
}

/** Good values of a read that were not there before it. */
function freshHistory(before: VehicleRecord, after: VehicleRecord): HistoryEntry[] {
  return READING_KINDS.flatMap((kind) => {
    const reading = after.readings[kind].last;
    const isNew = reading !== null && reading !== before.readings[kind].last;
    return isNew ? [{ vehicleId: after.id, kind, reading }] : [];
  });
}

/** A person may have changed these while the vehicle was read. */
function personsPart({ labels, paused, asked }: VehicleRecord) {
  return { labels, paused, asked };
}

export function createReads(options: ReadsOptions): Reads {
  const { records, notes, isInUse, now } = options;
  const running = new Set<string>();
  /** Reads whose answer is still awaited: what to call when it is there. */
  const awaited = new Map<string, () => void>();

  async function keep(before: VehicleRecord, { vehicle, verdict }: ReadResult): Promise<void> {
    const { id, connectionId } = before;
    const calls = notes.take(id);
    const isSettled = verdict.kind === 'done' || verdict.kind === 'over';
    if (vehicle === before && calls.length === 0 && !isSettled) return;
    const saved = await records.update([id], (current) => {
      // It may have been disconnected, or moved to a newer connection, while it was read.
      if (current?.connectionId !== connectionId) return null;
      const record = {
        ...vehicle,
        ...personsPart(current),
        calls: withCalls(current.calls, calls, now()),
      };
      const unqueued = isSettled ? [id] : [];
      return { record, also: { calls, history: freshHistory(before, vehicle), unqueued } };
    });
    options.onSaved(saved);
  }

  async function readKnown(before: VehicleRecord): Promise<ReadVerdict> {
    const { connectionId } = before;
    const authorization = options.authorization(connectionId);
    const result = await readVehicle(
      () => options.platform(connectionId),
      authorization,
      before,
      now,
    );
    // Another application may have been chosen meanwhile: then this says nothing about its reach.
    if (!isInUse(connectionId)) return { kind: 'over' };
    const { kind } = result.verdict;
    if (kind !== 'throttled') options.onReach(kind === 'offline' ? 'offline' : 'online');
    await keep(before, result);
    return result.verdict;
  }

  async function read(id: string, answered: () => void): Promise<ReadVerdict> {
    const before = await records.get(id);
    if (!before || !isInUse(before.connectionId)) {
      await options.unqueue(id);
      return { kind: 'over' };
    }
    running.add(id);
    awaited.set(id, answered);
    options.onRunning();
    try {
      return await readKnown(before);
    } finally {
      awaited.delete(id);
      running.delete(id);
      options.onRunning();
    }
  }

  async function readKind<K extends ReadingKind>(
    id: string,
    kind: K,
  ): Promise<GoodReading<K> | null> {
    const before = await records.get(id);
    if (!before || !isInUse(before.connectionId)) return null;
    try {
      const platform = await options.platform(before.connectionId);
      const request = { kinds: [kind], attributes: false, vin: false };
      const answer = await platform.read(options.authorization(before.connectionId), id, request);
      const outcome = answer.readings[kind];
      if (!outcome) return null;
      const calls = notes.take(id);
      const saved = await records.update([id], (current) => {
        if (current?.connectionId !== before.connectionId) return null;
        const reading: Reading<K> = mergeReading(current.readings[kind], outcome, now());
        const record: VehicleRecord = {
          ...current,
          readings: { ...current.readings, [kind]: reading },
          calls: withCalls(current.calls, calls, now()),
        };
        return { record, also: { calls, history: freshHistory(current, record) } };
      });
      options.onSaved(saved);
      const [record] = saved;
      return outcome.ok && record ? record.readings[kind].last : null;
    } catch (error) {
      if (error instanceof SmartcarError || error instanceof TokenError) return null;
      throw error;
    }
  }

  return {
    running: () => [...running],
    heard({ vehicleId, status, items }) {
      if (vehicleId === null || status !== 200 || items.length === 0) return;
      const answered = awaited.get(vehicleId);
      awaited.delete(vehicleId);
      answered?.();
    },
    read,
    readKind,
  };
}
