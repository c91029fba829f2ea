import { DatabaseSync } from 'node:sqlite';
import { DatabaseSync as DropIn } from '@photostructure/sqlite';
import type { Database, OpenDatabase } from '../fleet/localCopy/sqlite.ts';

/** Both kinds of SQLite that the app may run on, for tests that go through each. */
export const SQLITE_KINDS: readonly (readonly [name: string, open: OpenDatabase])[] = [
  ['node:sqlite', (file) => new DatabaseSync(file)],
  ['@photostructure/sqlite', (file) => new DropIn(file) as unknown as Database],
];
