import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setAside } from '../../app/setAside.ts';
import { MIGRATIONS, migrate, versionOf } from './migrations.ts';
import type { Database, OpenDatabase } from './sqlite.ts';
import { DamagedError } from './troubles.ts';

/** What SQLite keeps beside a database while it is in use. */
const COMPANIONS = ['-wal', '-shm'];

/** Longer than a copy or a virus scanner holds a file, shorter than people wait. */
const BUSY_MS = 2_000;

/**
 * `NORMAL` is safe in a write-ahead log: a kill loses nothing that was committed, and after a power cut
 * the file is whole but may lack the last seconds, which Smartcar still has. In return no read of a
 * vehicle waits for the disk to have turned. Temporary tables stay off a disk that may be full. A record
 * is a little over 2 KB: of pages of the usual 4 KB it would leave half empty.
 */
const SETTINGS = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA journal_size_limit = 16777216`;

/** A copy that a newer Motorpool has left: what it holds is not ours to judge or to change. */
export class NewerVersionError extends Error {}

function schemaOf(database: Database): string {
  const rows = database.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all();
  return rows.map(({ sql }) => String(sql)).join('\n');
}

/** That the tables are ours is all that is looked at here: reading the whole file takes too long. */
function checkSchema(database: Database, open: OpenDatabase): void {
  const fresh = openMemory(open);
  try {
    if (schemaOf(database) !== schemaOf(fresh))
      throw new DamagedError('Other tables than ours should be');
  } finally {
    fresh.close();
  }
}

/** Looks at a file before anything of it is changed. */
function checkOrigin(database: Database): void {
  const version = versionOf(database);
  if (version > MIGRATIONS.length) throw new NewerVersionError();
  if (version === 0 && schemaOf(database) !== '') throw new DamagedError('Tables of somebody else');
}

/**
 * Opens the database, makes it where there is none, and brings it to the newest schema. Throws SQLite's
 * errors, `DamagedError` and `NewerVersionError`; the file is closed again then.
 */
export function openFile(file: string, open: OpenDatabase): Database {
  // Made here, so that it never is anybody else's to read. SQLite gives its companions the same rights.
  closeSync(openSync(file, 'a', 0o600));
  const database = open(file);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    checkOrigin(database);
    database.exec(SETTINGS);
    migrate(database);
    checkSchema(database, open);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export function openMemory(open: OpenDatabase): Database {
  const database = open(':memory:');
  database.exec('PRAGMA foreign_keys = ON');
  migrate(database);
  return database;
}

/** Moves a damaged database out of the way with its companions. Answers its new name. */
export function setDatabaseAside(file: string, now: number): string {
  const name = setAside(file, now);
  for (const companion of COMPANIONS) {
    if (!existsSync(`${file}${companion}`)) continue;
    renameSync(`${file}${companion}`, join(dirname(file), `${name}${companion}`));
  }
  return name;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * A database in memory with what a file holds that can be read but not written. Throws where it cannot
 * even be read.
 */
export function copyIntoMemory(file: string, open: OpenDatabase): Database {
  const url = pathToFileURL(file);
  url.searchParams.set('mode', 'ro');
  // Without a log there is nothing to share, and none can be made where nothing can be written.
  if (!existsSync(`${file}-wal`)) url.searchParams.set('immutable', '1');
  const database = open(':memory:');
  try {
    database.prepare('ATTACH ? AS kept').run(url.href);
    const version = Number(database.prepare('PRAGMA kept.user_version').get()?.user_version);
    if (version > MIGRATIONS.length) throw new NewerVersionError();
    database.exec('BEGIN');
    // Tables before the indexes on them.
    const parts = database
      .prepare(`SELECT type, name, sql FROM kept.sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`)
      .all();
    for (const { type, name, sql } of parts) {
      database.exec(String(sql));
      if (type !== 'table') continue;
      const table = quoted(String(name));
      database.exec(`INSERT INTO main.${table} SELECT * FROM kept.${table}`);
    }
    database.exec(`COMMIT; DETACH kept; PRAGMA user_version = ${version}`);
    migrate(database);
    database.exec('PRAGMA foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
