import type { Clearable } from '../../../../contract/data.ts';
import type { Sql } from '../sqlite.ts';

/** In an order in which nothing is deleted before what refers to it. */
const TABLES: Readonly<Record<Clearable, readonly string[]>> = {
  history: ['history'],
  logs: ['calls', 'commands', 'activity_vehicles', 'activity'],
  everything: [
    'history',
    'calls',
    'commands',
    'activity_vehicles',
    'activity',
    'alerts',
    'imported',
    'queue',
    'records',
    'vehicles',
    'vehicle_ids',
    'buckets',
    'notes',
  ],
};

/** Deletes parts of the copy, wholly or not at all. */
export function clearCopy(sql: Sql, what: Clearable): void {
  sql.transaction(() => {
    for (const table of TABLES[what]) sql.run(`DELETE FROM ${table}`);
  });
}

/** Gives the room back to the disk: deleted rows would lie in the file until they are written over. */
export function compact(sql: Sql): void {
  sql.run('VACUUM');
  sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
}
