import type { ImportChoice } from '../../../../contract/data.ts';
import type { VehicleLabels } from '../../../../contract/vehicles.ts';
import type { VehicleRecord } from '../../vehicleRecord.ts';
import { appendActivity } from '../activityLog.ts';
import { appendCall } from '../callLog.ts';
import { appendHistory } from '../history.ts';
import { takeKeptCar } from '../importedCars.ts';
import type { ConnectionTrace, HistoryEntry, NewActivity } from '../localCopy.ts';
import type { Sql } from '../sqlite.ts';
import { findKey } from '../vehicleIds.ts';
import { saveVehicle, vehiclesById } from '../vehicles.ts';
import type { Line } from './format.ts';
import { mergedLabels } from './labelMerge.ts';
import { readExport } from './readExport.ts';

type Data<P extends Line['part']> = Extract<Line, { readonly part: P }>['data'];

/** What an import has done. */
export interface Imported {
  /** The labels that vehicles had before, where they were changed. */
  readonly before: readonly (readonly [id: string, labels: VehicleLabels])[];
  readonly added: number;
  readonly history: number;
  /** The connections that added vehicles came with. */
  readonly connections: readonly ConnectionTrace[];
}

const ADD_COMMAND = `
  INSERT INTO commands (vehicle, run_id, started_at, command) VALUES (?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/** The same twice, as when a file is taken in again, is once. */
const SAME_CALL = 'SELECT 1 AS found FROM calls WHERE at = ? AND vehicle IS ? AND call = ?';
const SAME_ACTIVITY = `
  SELECT 1 AS found FROM activity WHERE at = ? AND event = ? AND person IS ? AND facts = ?
  AND vehicles = ?`;

function importCall(sql: Sql, call: Data<'calls'>): void {
  const { vehicleId, at, ...rest } = call;
  const vehicle = vehicleId === null ? null : findKey(sql, vehicleId);
  if (vehicleId !== null && vehicle === null) return;
  if (sql.one(SAME_CALL, Date.parse(at), vehicle, JSON.stringify(rest)) === null) {
    appendCall(sql, call);
  }
}

function importCommand(sql: Sql, record: Data<'commands'>): void {
  const vehicle = findKey(sql, record.vehicleId);
  if (vehicle === null) return;
  const { runId, startedAt } = record;
  sql.run(ADD_COMMAND, vehicle, runId, Date.parse(startedAt), JSON.stringify(record));
}

function importActivity(sql: Sql, entry: NewActivity): void {
  const { at, event, by, facts, vehicleIds } = entry;
  const same = [Date.parse(at), event, by, JSON.stringify(facts), vehicleIds.length] as const;
  if (sql.one(SAME_ACTIVITY, ...same) === null) appendActivity(sql, entry);
}

/**
 * Takes in a file, within a transaction of the caller's. Every line is checked once more: the file may
 * be another by now. Throws `FileProblem` and the disk's errors.
 */
export function importFile(sql: Sql, path: string, choice: ImportChoice): Imported {
  const before: [string, VehicleLabels][] = [];
  const connections = new Map<string, ConnectionTrace>();
  let added = 0;
  let history = 0;

  function importVehicle(data: Data<'vehicles'>): void {
    const [known] = vehiclesById(sql, [data.id]);
    if (known !== undefined) {
      const record: VehicleRecord = JSON.parse(known);
      const labels = mergedLabels(record.labels, data.labels, choice.labels);
      if (labels === record.labels) return;
      before.push([data.id, record.labels]);
      saveVehicle(sql, { ...record, labels });
      return;
    }
    if (!choice.otherVehicles) return;
    saveVehicle(sql, { ...(data as unknown as VehicleRecord), reauthenticateUrl: null });
    added += 1;
    const { connectionId: id, application, connectedAt: createdAt } = data;
    if (!connections.has(id)) connections.set(id, { id, application, createdAt });
  }

  function importLine(line: Line): void {
    if (line.part === 'vehicles') importVehicle(line.data);
    if (line.part === 'imported' && choice.lists) takeKeptCar(sql, line.data);
    if (!choice.past) return;
    switch (line.part) {
      case 'history':
        if (appendHistory(sql, line.data as HistoryEntry)) history += 1;
        return;
      case 'calls':
        importCall(sql, line.data);
        return;
      case 'commands':
        importCommand(sql, line.data);
        return;
      case 'activity':
        importActivity(sql, line.data);
    }
  }

  for (const { line } of readExport(path)) importLine(line);
  return { before, added, history, connections: [...connections.values()] };
}

/** Puts labels back as they were. */
export function relabel(sql: Sql, labels: Imported['before']): void {
  for (const [id, old] of labels) {
    const [text] = vehiclesById(sql, [id]);
    if (text === undefined) continue;
    const record: VehicleRecord = JSON.parse(text);
    saveVehicle(sql, { ...record, labels: old });
  }
}
