import type { Database } from './sqlite.ts';
import { rollBack } from './sqlite.ts';

/**
 * The schema, step by step: the first entry makes version 1 of nothing. Entries are never changed once
 * people have them; what is to be different gets a new one, and a test from the version before it.
 *
 * Vehicles are named by a small number inside the database: their history is most of it. A vehicle that
 * goes only loses the id at its number, which hides all that hangs on it at once; the rows are swept
 * away a few at a time.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE vehicle_ids (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT UNIQUE
  ) STRICT;

  CREATE TABLE vehicles (
    key INTEGER PRIMARY KEY REFERENCES vehicle_ids,
    connection_id TEXT NOT NULL,
    application TEXT NOT NULL,
    connected_at TEXT NOT NULL,
    name_order TEXT,
    make TEXT,
    fleet_group TEXT,
    refreshed_at TEXT,
    access TEXT NOT NULL,
    paused INTEGER NOT NULL,
    hold_until TEXT,
    hold_cause TEXT,
    calls_month TEXT NOT NULL,
    calls_count INTEGER NOT NULL,
    read_cost INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX vehicles_by_connection ON vehicles (connection_id, application, connected_at);
  CREATE INDEX vehicles_by_name ON vehicles (name_order IS NULL, name_order, connection_id);

  CREATE TABLE records (
    key INTEGER PRIMARY KEY REFERENCES vehicles ON DELETE CASCADE,
    record TEXT NOT NULL
  ) STRICT;

  CREATE TABLE history (
    vehicle INTEGER NOT NULL REFERENCES vehicle_ids,
    kind INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    is_measured INTEGER NOT NULL,
    fetched_at INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (vehicle, kind, moment)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    vehicle INTEGER REFERENCES vehicle_ids,
    at INTEGER NOT NULL,
    call TEXT NOT NULL
  ) STRICT;
  CREATE INDEX calls_by_vehicle ON calls (vehicle);
  CREATE INDEX calls_by_age ON calls (at);

  CREATE TABLE commands (
    vehicle INTEGER NOT NULL REFERENCES vehicle_ids,
    run_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    command TEXT NOT NULL,
    PRIMARY KEY (vehicle, run_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE queue (
    vehicle INTEGER PRIMARY KEY REFERENCES vehicle_ids,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    not_before TEXT
  ) STRICT;

  CREATE TABLE buckets (
    application TEXT PRIMARY KEY,
    tokens REAL NOT NULL,
    uptime_ms REAL NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE alerts (
    vehicle INTEGER PRIMARY KEY REFERENCES vehicle_ids,
    state TEXT NOT NULL
  ) STRICT;
  `,
  // Vehicles by Smartcar's id: what was done to one is to be read after it was disconnected, too.
  `
  CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    event TEXT NOT NULL,
    result TEXT NOT NULL,
    person TEXT,
    vehicles INTEGER NOT NULL,
    vehicle_name TEXT,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX activity_by_age ON activity (at);

  CREATE TABLE activity_vehicles (
    vehicle TEXT NOT NULL,
    activity INTEGER NOT NULL REFERENCES activity ON DELETE CASCADE,
    PRIMARY KEY (vehicle, activity)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX activity_vehicles_by_activity ON activity_vehicles (activity);
  `,
  // Cars that are still to be connected, in the order of their list. `labelled`: the vehicle has the
  // labels of the list by now.
  `
  CREATE TABLE imported (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    application TEXT NOT NULL,
    vin TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    name TEXT,
    plate TEXT,
    driver TEXT,
    fleet_group TEXT,
    notes TEXT,
    likelihood TEXT NOT NULL,
    reason TEXT NOT NULL,
    capable TEXT NOT NULL,
    missing TEXT NOT NULL,
    labelled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (application, vin)
  ) STRICT;
  `,
];

export function versionOf(database: Database): number {
  const row = database.prepare('PRAGMA user_version').get();
  return Number(row?.user_version);
}

/** Brings a database to the newest schema, each step wholly or not at all. */
export function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): void {
  for (let version = versionOf(database); version < migrations.length; version += 1) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(migrations[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}
