import type { CopyPart } from '../../../../contract/data.ts';
import { kindOfNumber } from '../history.ts';
import { keptCars } from '../importedCars.ts';
import type { NewActivity } from '../localCopy.ts';
import type { Sql } from '../sqlite.ts';

/** How many rows are written before others have their turn: some milliseconds' worth. */
const STEP = 1_000;

/** Some rows as the lines of the file, and where the next ones begin; `null` at the end. */
export interface Rows<C> {
  readonly data: readonly unknown[];
  readonly next: C | null;
}

const iso = (moment: number) => new Date(moment).toISOString();

function nextOf<R, C>(rows: readonly R[], cursor: (last: R) => C): C | null {
  const last = rows.at(-1);
  return rows.length === STEP && last !== undefined ? cursor(last) : null;
}

export function vehicleRows(sql: Sql, after: number): Rows<number> {
  const rows = sql.all<{ key: number; record: string }>(
    `SELECT records.key, record FROM records CROSS JOIN vehicle_ids AS ids ON ids.key = records.key
     WHERE records.key > ? AND ids.id IS NOT NULL ORDER BY records.key LIMIT ${STEP}`,
    after,
  );
  // An address that only this computer's connection can use.
  const data = rows.map(({ record }) => {
    const { reauthenticateUrl: _url, ...rest } = JSON.parse(record) as Record<string, unknown>;
    return rest;
  });
  return { data, next: nextOf(rows, ({ key }) => key) };
}

export function importedRows(sql: Sql, after: number): Rows<number> {
  const rows = keptCars(sql, after, STEP);
  return { data: rows.map(({ kept }) => kept), next: nextOf(rows, ({ place }) => place) };
}

export type HistoryCursor = readonly [vehicle: number, kind: number, moment: number];

interface HistoryRow {
  readonly vehicle: number;
  readonly id: string | null;
  readonly kind: number;
  readonly moment: number;
  readonly is_measured: 0 | 1;
  readonly fetched_at: number;
  readonly value: string;
}

export function historyRows(sql: Sql, [vehicle, kind, moment]: HistoryCursor): Rows<HistoryCursor> {
  const rows = sql.all<HistoryRow>(
    `SELECT vehicle, ids.id, kind, moment, is_measured, fetched_at, value
     FROM history CROSS JOIN vehicle_ids AS ids ON ids.key = vehicle
     WHERE (vehicle, kind, moment) > (?, ?, ?) ORDER BY vehicle, kind, moment LIMIT ${STEP}`,
    vehicle,
    kind,
    moment,
  );
  const data = rows.flatMap((row) =>
    row.id === null
      ? []
      : {
          vehicleId: row.id,
          kind: kindOfNumber(row.kind),
          reading: {
            value: JSON.parse(row.value),
            measuredAt: row.is_measured === 1 ? iso(row.moment) : null,
            fetchedAt: iso(row.fetched_at),
          },
        },
  );
  return { data, next: nextOf(rows, (last) => [last.vehicle, last.kind, last.moment] as const) };
}

export function callRows(sql: Sql, after: number): Rows<number> {
  const rows = sql.all<{
    key: number;
    id: string | null;
    vehicle: number | null;
    at: number;
    call: string;
  }>(
    `SELECT calls.id AS key, ids.id, vehicle, at, call
     FROM calls LEFT JOIN vehicle_ids AS ids ON ids.key = vehicle
     WHERE calls.id > ? ORDER BY calls.id LIMIT ${STEP}`,
    after,
  );
  const data = rows.flatMap(({ id, vehicle, at, call }) =>
    vehicle !== null && id === null ? [] : { vehicleId: id, at: iso(at), ...JSON.parse(call) },
  );
  return { data, next: nextOf(rows, ({ key }) => key) };
}

export type CommandCursor = readonly [vehicle: number, run: string];

export function commandRows(sql: Sql, [vehicle, run]: CommandCursor): Rows<CommandCursor> {
  const rows = sql.all<{ vehicle: number; id: string | null; run_id: string; command: string }>(
    `SELECT vehicle, ids.id, run_id, command
     FROM commands CROSS JOIN vehicle_ids AS ids ON ids.key = vehicle
     WHERE (vehicle, run_id) > (?, ?) ORDER BY vehicle, run_id LIMIT ${STEP}`,
    vehicle,
    run,
  );
  const data = rows.flatMap(({ id, command }) => (id === null ? [] : JSON.parse(command)));
  return { data, next: nextOf(rows, (last) => [last.vehicle, last.run_id] as const) };
}

export function activityRows(sql: Sql, after: number): Rows<number> {
  const rows = sql.all<{
    id: number;
    at: number;
    kind: NewActivity['kind'];
    event: string;
    result: NewActivity['result'];
    person: string | null;
    vehicle_name: string | null;
    facts: string;
  }>(`SELECT * FROM activity WHERE id > ? ORDER BY id LIMIT ${STEP}`, after);
  const data = rows.map(
    ({ id, at, person, vehicle_name, facts, kind, event, result }): NewActivity => ({
      ...{ kind, event, result, by: person, vehicleName: vehicle_name },
      at: iso(at),
      vehicleIds: sql
        .all<{ vehicle: string }>(
          'SELECT vehicle FROM activity_vehicles WHERE activity = ? ORDER BY vehicle',
          id,
        )
        .map(({ vehicle }) => vehicle),
      facts: JSON.parse(facts),
    }),
  );
  return { data, next: nextOf(rows, ({ id }) => id) };
}

const COUNTS: Readonly<Record<CopyPart, string>> = {
  vehicles: 'SELECT count(*) AS rows, coalesce(sum(length(record)), 0) AS bytes FROM records',
  imported:
    'SELECT count(*) AS rows, coalesce(sum(length(capable) + length(missing) + 80), 0) AS bytes FROM imported',
  history: 'SELECT count(*) AS rows, coalesce(sum(length(value) + 24), 0) AS bytes FROM history',
  calls: 'SELECT count(*) AS rows, coalesce(sum(length(call) + 24), 0) AS bytes FROM calls',
  commands:
    'SELECT count(*) AS rows, coalesce(sum(length(command) + 48), 0) AS bytes FROM commands',
  activity:
    'SELECT count(*) AS rows, coalesce(sum(length(facts) + length(event) + 80), 0) AS bytes FROM activity',
};

/** How many rows a part has, and about how many bytes they are. */
export function sizeOfPart(
  sql: Sql,
  part: CopyPart,
): { readonly rows: number; readonly bytes: number } {
  const found = sql.one<{ rows: number; bytes: number }>(COUNTS[part]);
  return { rows: found?.rows ?? 0, bytes: found?.bytes ?? 0 };
}
