import type { ActivityFilter } from '../../../contract/activity.ts';
import { DEFAULT_KEEP, type Keep } from '../../../contract/data.ts';
import type { ReadingKind } from '../../../contract/readings.ts';
import type { TrendKind } from '../../../contract/trends.ts';
import { activityPage, appendActivity, dropOldActivity } from './activityLog.ts';
import { alertsOfVehicles, saveAlerts } from './alertStates.ts';
import { appendCall, callsOf, dropOldCalls } from './callLog.ts';
import { callStats } from './callStats.ts';
import { commandsOf, dropOldCommands, saveCommand } from './commandLog.ts';
import { appendHistory, historyOf, thinHistory } from './history.ts';
import {
  carsByVin,
  changeImports,
  importedNames,
  importedPage,
  unlabelledVins,
} from './importedCars.ts';
import type { CopyChange } from './localCopy.ts';
import { readNote, writeNote } from './notes.ts';
import { packPage } from './packedPage.ts';
import { bucketOf, dropQueued, queuedReads, saveBucket, saveQueued } from './readQueue.ts';
import { createSql, type Database } from './sqlite.ts';
import { smallLinesOf, trendsOf } from './trends.ts';
import {
  connectionsOfVehicles,
  countVehicles,
  factsOfVehicles,
  firstVehicles,
  pageOfVehicles,
  removeVehicle,
  saveVehicle,
  sweepRemoved,
  vehiclesById,
} from './vehicles.ts';

/** What is written together, wholly or not at all. */
export interface StoreChange extends Omit<CopyChange, 'bucket'> {
  readonly buckets?: readonly NonNullable<CopyChange['bucket']>[];
  /** The vehicles at the top of the table. */
  readonly first?: readonly string[];
}

/** How much one step of housework takes on: some milliseconds' worth. */
const VEHICLES_PER_STEP = 20;
const CALLS_PER_STEP = 500;

/** What quick_check goes through once a day; history is read through by thinning it. */
const CHECKED_TABLES = [
  'vehicle_ids',
  'vehicles',
  'records',
  'calls',
  'commands',
  'queue',
  'alerts',
  'activity',
  'imported',
];

const NOT_PAUSED = { paused: false, groups: [] };

/** All questions to the local copy and changes of it, on one open database of the newest schema. */
export type Store = ReturnType<typeof createStore>;

export function createStore(database: Database) {
  const sql = createSql(database);

  /** Removals first: a vehicle that is removed and saved begins anew. */
  function apply(change: StoreChange): void {
    for (const id of change.removed ?? []) removeVehicle(sql, id);
    for (const record of change.vehicles ?? []) saveVehicle(sql, record);
    for (const entry of change.history ?? []) appendHistory(sql, entry);
    for (const call of change.calls ?? []) appendCall(sql, call);
    for (const record of change.commands ?? []) saveCommand(sql, record);
    for (const row of change.alerts ?? []) saveAlerts(sql, row);
    for (const entry of change.activity ?? []) appendActivity(sql, entry);
    for (const one of change.imports ?? []) changeImports(sql, one);
    for (const row of change.queued ?? []) saveQueued(sql, row);
    for (const id of change.unqueued ?? []) dropQueued(sql, id);
    for (const { application, row } of change.buckets ?? []) saveBucket(sql, application, row);
    if (change.pausedQueue) writeNote(sql, 'pausedQueue', change.pausedQueue);
    if (change.first) writeNote(sql, 'first', change.first);
  }

  /** Thins what hangs on the next vehicles; answers after which to go on, `null` at the end. */
  function thinAfter(now: number, after: number, keptDays: number | null): number | null {
    const text = 'SELECT key FROM vehicle_ids WHERE key > ? ORDER BY key LIMIT ?';
    const next = sql.all<{ key: number }>(text, after, VEHICLES_PER_STEP);
    for (const { key } of next) {
      thinHistory(sql, key, now, keptDays);
      if (keptDays !== null) dropOldCommands(sql, key, now, keptDays);
    }
    return next.length === VEHICLES_PER_STEP ? (next.at(-1)?.key ?? null) : null;
  }

  return {
    apply,
    /** For what files are made of and made into. */
    sql,
    transaction: sql.transaction,
    count: (connectionIds: readonly string[]) => countVehicles(sql, connectionIds),
    page: (connectionIds: readonly string[], after: string | null, limit: number) =>
      pageOfVehicles(sql, connectionIds, after, limit),
    packedPage: (connectionIds: readonly string[], after: string | null, limit: number) =>
      packPage(pageOfVehicles(sql, connectionIds, after, limit), limit),
    first: (connectionIds: readonly string[], limit: number) =>
      firstVehicles(sql, connectionIds, limit),
    vehicles: (ids: readonly string[]) => vehiclesById(sql, ids),
    facts: (connectionIds: readonly string[]) => factsOfVehicles(sql, connectionIds),
    connections: () => connectionsOfVehicles(sql),
    history: <K extends ReadingKind>(vehicleId: string, kind: K, from: string) =>
      historyOf(sql, vehicleId, kind, from),
    trends: (vehicleId: string, kinds: readonly TrendKind[], from: string) =>
      trendsOf(sql, vehicleId, kinds, from),
    smallLines: (vehicleIds: readonly string[], from: string) =>
      smallLinesOf(sql, vehicleIds, from),
    calls: (vehicleId: string, before: number | null, limit: number) =>
      callsOf(sql, vehicleId, before, limit),
    commands: (vehicleId: string, limit: number) => commandsOf(sql, vehicleId, limit),
    alerts: (connectionIds: readonly string[]) => alertsOfVehicles(sql, connectionIds),
    imported: (application: string, after: number, limit: number) =>
      importedPage(sql, application, after, limit),
    unlabelled: (application: string) => unlabelledVins(sql, application),
    importedByVin: (application: string, vins: readonly string[]) =>
      carsByVin(sql, application, vins),
    importedNames: () => importedNames(sql),
    callStats: (from: number) => callStats(sql, from),
    activity: (filter: ActivityFilter, before: number | null, limit: number) =>
      activityPage(sql, filter, before, limit),
    queue: () => queuedReads(sql),
    pausedQueue: () => readNote(sql, 'pausedQueue') ?? NOT_PAUSED,
    bucket: (application: string) => bucketOf(sql, application),

    /** One step each; answers whether there is more to do. */
    sweep: () => sql.transaction(() => sweepRemoved(sql, VEHICLES_PER_STEP)),
    dropOldCalls: (now: number, { calls }: Keep = DEFAULT_KEEP) =>
      calls !== null && sql.transaction(() => dropOldCalls(sql, now, CALLS_PER_STEP, calls)),
    dropOldActivity: (now: number, { activity }: Keep = DEFAULT_KEEP) =>
      activity !== null &&
      sql.transaction(() => dropOldActivity(sql, now, CALLS_PER_STEP, activity)),
    thinAfter: (now: number, after: number, { history }: Keep = DEFAULT_KEEP) =>
      sql.transaction(() => thinAfter(now, after, history)),

    /** Takes in vehicles of the first version, once; those that are known by now are newer. */
    importFirstVersion(vehicles: StoreChange['vehicles'] = []): void {
      sql.transaction(() => {
        if (readNote(sql, 'importedFirstVersion')) return;
        const known = new Set(
          sql.all<{ id: string }>('SELECT id FROM vehicle_ids').map(({ id }) => id),
        );
        apply({ vehicles: vehicles.filter(({ id }) => !known.has(id)) });
        writeNote(sql, 'importedFirstVersion', true);
      });
    },

    /** Whether one of the tables is whole, as far as SQLite can tell without reading every index. */
    isWhole: (table: string) =>
      sql.one<{ quick_check: string }>(`PRAGMA quick_check('${table}')`)?.quick_check === 'ok',
    checkedTables: CHECKED_TABLES,
  };
}
