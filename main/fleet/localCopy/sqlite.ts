import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

export type Database = DatabaseSync;
export type OpenDatabase = (file: string) => Database;

/**
 * The one place that knows which SQLite it is: Node's own where the runtime has it, else its drop-in,
 * which the older runtime needs. Both are synchronous, so they belong into a thread of their own.
 */
export async function loadSqlite(): Promise<OpenDatabase> {
  const own: { readonly DatabaseSync: typeof DatabaseSync } | undefined =
    process.getBuiltinModule('node:sqlite');
  if (own) return (file) => new own.DatabaseSync(file);
  const dropIn = await import('@photostructure/sqlite');
  return (file) => new dropIn.DatabaseSync(file) as unknown as Database;
}

/** Statements of one database, each prepared once, when it is first needed. */
export interface Sql {
  /** Answers how many rows were changed. */
  run(text: string, ...values: SQLInputValue[]): number;
  /** The first row; its shape is what the (strict) tables say. */
  one<Row>(text: string, ...values: SQLInputValue[]): Row | null;
  all<Row>(text: string, ...values: SQLInputValue[]): Row[];
  /** Runs `work` wholly or not at all. */
  transaction<T>(work: () => T): T;
}

/** Letters as a search compares them: whatever their case, and however their dots were typed. */
export const foldCase = (text: string) => text.normalize('NFC').toLowerCase();

/** Statements of `database`, which know `fold_case` besides SQLite's own functions: its `lower` is for ASCII. */
export function createSql(database: Database): Sql {
  database.function('fold_case', { deterministic: true }, (text) => foldCase(String(text)));
  const prepared = new Map<string, ReturnType<Database['prepare']>>();

  function statement(text: string) {
    const known = prepared.get(text);
    if (known) return known;
    const made = database.prepare(text);
    prepared.set(text, made);
    return made;
  }

  return {
    run: (text, ...values) => Number(statement(text).run(...values).changes),
    one: <Row>(text: string, ...values: SQLInputValue[]) =>
      (statement(text).get(...values) as Row | undefined) ?? null,
    all: <Row>(text: string, ...values: SQLInputValue[]) =>
      statement(text).all(...values) as unknown[] as Row[],
    transaction<T>(work: () => T): T {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
  };
}

/** Some errors end the transaction by themselves; the others are ended here. */
export function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // There is none any more.
  }
}
