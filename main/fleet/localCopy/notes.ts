import type { Sql } from './sqlite.ts';

/** Small things of which there is one each. */
interface Notes {
  /** Ids of the vehicles that were at the top of the table. */
  readonly first: readonly string[];
  readonly pausedQueue: { readonly paused: boolean; readonly groups: readonly string[] };
  /** Set once the first version's file has been taken in. */
  readonly importedFirstVersion: true;
}

export function readNote<N extends keyof Notes>(sql: Sql, name: N): Notes[N] | null {
  const row = sql.one<{ value: string }>('SELECT value FROM notes WHERE name = ?', name);
  return row && (JSON.parse(row.value) as Notes[N]);
}

const WRITE = `
  INSERT INTO notes (name, value) VALUES (?, ?)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value`;

export function writeNote<N extends keyof Notes>(sql: Sql, name: N, value: Notes[N]): void {
  sql.run(WRITE, name, JSON.stringify(value));
}
