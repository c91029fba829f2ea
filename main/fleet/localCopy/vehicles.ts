import { readCost } from '../merge.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import type { ConnectionTrace } from './localCopy.ts';
import { nameOrder } from './nameOrder.ts';
import { readNote } from './notes.ts';
import type { Sql } from './sqlite.ts';
import { findKey, keyOf } from './vehicleIds.ts';

/** One vehicle's facts as they cross to the main thread; see `packedFacts.ts`. */
const FACTS = `json_array(
  ids.id, connection_id, make, fleet_group, refreshed_at, access, paused,
  hold_until, hold_cause, calls_month, calls_count, read_cost)`;

const SAVE = `
  INSERT INTO vehicles (
    key, connection_id, application, connected_at, name_order, make, fleet_group, refreshed_at,
    access, paused, hold_until, hold_cause, calls_month, calls_count, read_cost)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET
    connection_id = excluded.connection_id,
    application = excluded.application,
    connected_at = excluded.connected_at,
    name_order = excluded.name_order,
    make = excluded.make,
    fleet_group = excluded.fleet_group,
    refreshed_at = excluded.refreshed_at,
    access = excluded.access,
    paused = excluded.paused,
    hold_until = excluded.hold_until,
    hold_cause = excluded.hold_cause,
    calls_month = excluded.calls_month,
    calls_count = excluded.calls_count,
    read_cost = excluded.read_cost`;

const SAVE_RECORD = `
  INSERT INTO records (key, record) VALUES (?, ?)
  ON CONFLICT (key) DO UPDATE SET record = excluded.record`;

export function saveVehicle(sql: Sql, record: VehicleRecord): void {
  const key = keyOf(sql, record.id);
  sql.run(
    SAVE,
    key,
    record.connectionId,
    record.application,
    record.connectedAt,
    nameOrder(record),
    record.make,
    record.labels.group,
    record.refreshedAt,
    record.access,
    Number(record.paused),
    record.hold?.until ?? null,
    record.hold?.cause ?? null,
    record.calls.month,
    record.calls.count,
    readCost(record),
  );
  sql.run(SAVE_RECORD, key, JSON.stringify(record));
}

/** Hides a vehicle with all that hangs on it; see `sweepRemoved`. */
export function removeVehicle(sql: Sql, id: string): void {
  const key = findKey(sql, id);
  if (key === null) return;
  sql.run('DELETE FROM vehicles WHERE key = ?', key);
  sql.run('DELETE FROM queue WHERE vehicle = ?', key);
  sql.run('DELETE FROM alerts WHERE vehicle = ?', key);
  sql.run('UPDATE vehicle_ids SET id = NULL WHERE key = ?', key);
}

/** Deletes what hangs on at most `limit` removed vehicles; answers whether there may be more. */
export function sweepRemoved(sql: Sql, limit: number): boolean {
  const removed = sql.all<{ key: number }>(
    'SELECT key FROM vehicle_ids WHERE id IS NULL LIMIT ?',
    limit,
  );
  for (const { key } of removed) {
    sql.run('DELETE FROM history WHERE vehicle = ?', key);
    sql.run('DELETE FROM calls WHERE vehicle = ?', key);
    sql.run('DELETE FROM commands WHERE vehicle = ?', key);
    sql.run('DELETE FROM vehicle_ids WHERE key = ?', key);
  }
  return removed.length === limit;
}

/** One parameter, however many connections there are. */
const OF_CONNECTIONS = 'connection_id IN (SELECT value FROM json_each(?))';

interface Row {
  readonly record: string;
}
const texts = (rows: readonly Row[]) => rows.map(({ record }) => record);

export function countVehicles(sql: Sql, connectionIds: readonly string[]): number {
  const text = `SELECT count(*) AS count FROM vehicles WHERE ${OF_CONNECTIONS}`;
  return sql.one<{ count: number }>(text, JSON.stringify(connectionIds))?.count ?? 0;
}

/** Records as their JSON text: they are parsed once, where they are used. */
export function pageOfVehicles(
  sql: Sql,
  connectionIds: readonly string[],
  after: string | null,
  limit: number,
): readonly string[] {
  const text = `
    SELECT record FROM vehicle_ids AS ids
    CROSS JOIN vehicles ON vehicles.key = ids.key
    CROSS JOIN records ON records.key = ids.key
    WHERE ids.id > ? AND ${OF_CONNECTIONS} ORDER BY ids.id LIMIT ?`;
  return texts(sql.all<Row>(text, after ?? '', JSON.stringify(connectionIds), limit));
}

export function vehiclesById(sql: Sql, ids: readonly string[]): readonly string[] {
  const text = `
    SELECT record FROM json_each(?) AS asked
    CROSS JOIN vehicle_ids AS ids ON ids.id = asked.value
    CROSS JOIN records ON records.key = ids.key
    ORDER BY asked.key`;
  return texts(sql.all<Row>(text, JSON.stringify(ids)));
}

/** Those at the top of the table last, else the first ones by name. */
export function firstVehicles(
  sql: Sql,
  connectionIds: readonly string[],
  limit: number,
): readonly string[] {
  const remembered = `
    SELECT record FROM json_each(?) AS asked
    CROSS JOIN vehicle_ids AS ids ON ids.id = asked.value
    CROSS JOIN vehicles ON vehicles.key = ids.key
    CROSS JOIN records ON records.key = ids.key
    WHERE ${OF_CONNECTIONS} ORDER BY asked.key LIMIT ?`;
  const connections = JSON.stringify(connectionIds);
  const ids = JSON.stringify(readNote(sql, 'first') ?? []);
  const last = sql.all<Row>(remembered, ids, connections, limit);
  if (last.length > 0) return texts(last);
  const byName = `
    SELECT record FROM vehicles INDEXED BY vehicles_by_name
    CROSS JOIN records ON records.key = vehicles.key
    WHERE ${OF_CONNECTIONS} ORDER BY name_order IS NULL, name_order LIMIT ?`;
  return texts(sql.all<Row>(byName, connections, limit));
}

/** The facts of all vehicles of these connections, in one JSON text. */
export function factsOfVehicles(sql: Sql, connectionIds: readonly string[]): string {
  const text = `
    SELECT json_group_array(json(${FACTS})) AS facts
    FROM vehicles CROSS JOIN vehicle_ids AS ids ON ids.key = vehicles.key
    WHERE ${OF_CONNECTIONS}`;
  return sql.one<{ facts: string }>(text, JSON.stringify(connectionIds))?.facts ?? '[]';
}

export function connectionsOfVehicles(sql: Sql): readonly ConnectionTrace[] {
  const text = `
    SELECT connection_id AS id, application, min(connected_at) AS createdAt
    FROM vehicles GROUP BY connection_id, application`;
  return sql.all<ConnectionTrace>(text).map((trace) => ({ ...trace }));
}
