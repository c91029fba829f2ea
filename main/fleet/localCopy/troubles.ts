/**
 * What an error of SQLite means for the local copy. `damaged`: the file cannot be trusted any more.
 * `not_written`: the disk or the rights do not allow it now. `null`: neither; a mistake of ours.
 */
export type Trouble = 'damaged' | 'not_written';

/** Primary result codes (SQLite, "Result and Error Codes"). */
const NOT_WRITTEN: ReadonlySet<number> = new Set([
  3, // PERM
  5, // BUSY
  6, // LOCKED
  8, // READONLY
  10, // IOERR
  13, // FULL
  14, // CANTOPEN
  23, // AUTH
]);
const DAMAGED: ReadonlySet<number> = new Set([
  11, // CORRUPT
  26, // NOTADB
]);

/** JSON functions on what we wrote as JSON and that is none any more; SQLite has no code of its own for it. */
const NO_JSON = /malformed JSON|JSON cannot hold BLOB/;

/** The file is not one of ours, or not as we left it. */
export class DamagedError extends Error {}

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  // The lower byte is the primary code; the rest says more about it.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

export function troubleOf(error: unknown): Trouble | null {
  // Text that we wrote as JSON and that is none any more.
  if (error instanceof DamagedError || error instanceof SyntaxError) return 'damaged';
  if (error instanceof Error && 'syscall' in error) return 'not_written';
  const code = resultCode(error);
  if (code === null) return null;
  if (error instanceof Error && NO_JSON.test(error.message)) return 'damaged';
  if (DAMAGED.has(code)) return 'damaged';
  return NOT_WRITTEN.has(code) ? 'not_written' : null;
}
