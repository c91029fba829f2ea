import type { ActivityEntry, ActivityFilter, ActivityPage } from '../../../contract/activity.ts';
import type { CallPage, CallRecord } from '../../../contract/callLog.ts';
import type { CommandRecord } from '../../../contract/commands.ts';
import type { Keep } from '../../../contract/data.ts';
import type { CallStats } from '../../../contract/health.ts';
import type { ImportedCar, ImportedPage } from '../../../contract/importedCars.ts';
import type { AskedBy } from '../../../contract/queue.ts';
import type { GoodReading, ReadingKind } from '../../../contract/readings.ts';
import type { SmallLines, TrendKind, Trends } from '../../../contract/trends.ts';
import type { FleetPage, Hold } from '../../../contract/vehicles.ts';
import type { AlertState } from '../../alerts/judge.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';

/** What was found when the local copy was opened. */
export interface LocalCopyOpening {
  /** Set where a damaged copy was set aside and a new one begun. */
  readonly repair: { readonly fileName: string; readonly folder: string } | null;
}

/**
 * What is needed of a vehicle to plan its reads; small, because it is held for all of them. Times are
 * milliseconds since the epoch, because they are compared at every turn.
 */
export interface VehicleFacts {
  readonly id: string;
  readonly connectionId: string;
  readonly make: string | null;
  readonly group: string | null;
  readonly refreshedAt: number | null;
  readonly access: VehicleRecord['access'];
  readonly paused: boolean;
  readonly hold: { readonly cause: Hold['cause']; readonly until: number } | null;
  readonly calls: VehicleRecord['calls'];
  /** How many calls its next read will cost of the quota: one per item of the batch. */
  readonly cost: number;
}

/** A connection that vehicles name, should the settings have forgotten it. */
export interface ConnectionTrace {
  readonly id: string;
  readonly application: string;
  readonly createdAt: string;
}

/** One good value for the history. After 30 days one per day is kept, as long as people chose. */
export interface HistoryEntry<K extends ReadingKind = ReadingKind> {
  readonly vehicleId: string;
  readonly kind: K;
  readonly reading: GoodReading<K>;
}

/** A read that is still to be done, as it survives a restart. Times are ISO 8601. */
export interface QueueRow {
  readonly vehicleId: string;
  readonly askedBy: AskedBy;
  readonly askedAt: string;
  /** Failed tries so far. */
  readonly attempts: number;
  readonly notBefore: string | null;
}

/** What the alert rules know of a vehicle, as it survives a restart. */
export interface AlertRow {
  readonly vehicleId: string;
  readonly state: AlertState;
}

/** The state of the application's bucket; see `TokenBucket`. */
export interface BucketRow {
  readonly tokens: number;
  /** The monotonic clock when that was so. */
  readonly uptimeMs: number;
}

/** An entry of the activity as it is written; all its vehicles are named. */
export type NewActivity = Omit<ActivityEntry, 'id' | 'vehicles'>;

/** A change of an application's list of cars that are still to be connected. */
export interface ImportChange {
  /** See `applicationKey`. */
  readonly application: string;
  /** Taken out first; `all`: the whole list. */
  readonly dropped?: readonly string[] | 'all';
  /** Put at the end, or merged with what the list has of the same VIN. */
  readonly cars?: readonly ImportedCar[];
  /** VINs whose labels the vehicle has by now. */
  readonly labelled?: readonly string[];
  /** The list becomes that of this application, whose own cars stay as they are. */
  readonly movedTo?: string;
}

/** What is written together, wholly or not at all. */
export interface CopyChange {
  readonly vehicles?: readonly VehicleRecord[];
  /** Vehicles that are gone, with their history, calls and commands. */
  readonly removed?: readonly string[];
  readonly history?: readonly HistoryEntry[];
  readonly calls?: readonly Omit<CallRecord, 'id'>[];
  readonly commands?: readonly CommandRecord[];
  readonly activity?: readonly NewActivity[];
  readonly queued?: readonly QueueRow[];
  /** Vehicles whose read is done or not wanted any more. */
  readonly unqueued?: readonly string[];
  /** By application, see `applicationKey`. */
  readonly bucket?: { readonly application: string; readonly row: BucketRow };
  /** Where the alerts of vehicles stand. */
  readonly alerts?: readonly AlertRow[];
  /** One after the other. */
  readonly imports?: readonly ImportChange[];
  readonly pausedQueue?: { readonly paused: boolean; readonly groups: readonly string[] };
}

/**
 * The last known state of all vehicles, their history, and the queue: one SQLite database, behind a
 * thread of its own so that no disk makes a window wait. Where it cannot be written (disk full, no
 * rights) everything goes on in memory and `onWritten(false)` tells. Nothing rejects for the disk's sake.
 */
export interface LocalCopy {
  readonly opened: Promise<LocalCopyOpening>;
  count(connectionIds: readonly string[]): Promise<number>;
  /** By id, those after `after`. */
  page(
    connectionIds: readonly string[],
    after: string | null,
    limit: number,
  ): Promise<readonly VehicleRecord[]>;
  /** The same as the screens take it, with the id to go on after; `null` at the end. */
  packedPage(
    connectionIds: readonly string[],
    after: string | null,
    limit: number,
  ): Promise<FleetPage>;
  /** Those that were at the top of the table last, else the first ones by name. */
  first(connectionIds: readonly string[], limit: number): Promise<readonly VehicleRecord[]>;
  rememberFirst(ids: readonly string[]): Promise<void>;
  /** In the order of `ids`; unknown ones are left out. */
  vehicles(ids: readonly string[]): Promise<readonly VehicleRecord[]>;
  facts(connectionIds: readonly string[]): Promise<readonly VehicleFacts[]>;
  connections(): Promise<readonly ConnectionTrace[]>;
  /** Of one vehicle and kind, oldest first, measured (or else fetched) at or after `from`. */
  history<K extends ReadingKind>(
    vehicleId: string,
    kind: K,
    from: string,
  ): Promise<readonly GoodReading<K>[]>;
  /** Several kinds of one vehicle since `from` (ISO 8601), thinned where there are too many to draw. */
  trends(vehicleId: string, kinds: readonly TrendKind[], from: string): Promise<Trends>;
  /** The numbers of several vehicles since `from` (ISO 8601), some tens of each kind. */
  smallLines(vehicleIds: readonly string[], from: string): Promise<readonly SmallLines[]>;
  calls(vehicleId: string, before: number | null, limit: number): Promise<CallPage>;
  /** Of calls made at or after `from`, in milliseconds since the epoch. */
  callStats(from: number): Promise<CallStats>;
  /** What happened, newest first, before the entry with the number `before`. */
  activity(filter: ActivityFilter, before: number | null, limit: number): Promise<ActivityPage>;
  /** Newest first. */
  commands(vehicleId: string, limit: number): Promise<readonly CommandRecord[]>;
  alerts(connectionIds: readonly string[]): Promise<readonly AlertRow[]>;
  /** The list of an application, after the place `after`. */
  imported(application: string, after: number, limit: number): Promise<ImportedPage>;
  /** The VINs of the list whose labels no vehicle has yet. */
  unlabelled(application: string): Promise<readonly string[]>;
  /** Those of the list that have one of these VINs. */
  importedByVin(application: string, vins: readonly string[]): Promise<readonly ImportedCar[]>;
  /** Everything in all lists that names a car or somebody. */
  importedNames(): Promise<readonly string[]>;
  queue(): Promise<readonly QueueRow[]>;
  pausedQueue(): Promise<{ readonly paused: boolean; readonly groups: readonly string[] }>;
  bucket(application: string): Promise<BucketRow | null>;
  /** Resolves when it is safe on the disk, or in memory where the disk does not take it. */
  save(change: CopyChange): Promise<void>;
  /** Deletes and thins history that has grown too old, a little at a time. */
  thin(now: number, keep?: Keep): Promise<void>;
  /** Writes the rest and ends the thread. */
  close(): Promise<void>;
}
