import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import {
  type Clearable,
  COPY_PARTS,
  type CopySizes,
  type DataWork,
  type ExportFailure,
  type ImportChoice,
  type ImportFailure,
} from '../../../../contract/data.ts';
import type { Result } from '../../../../contract/result.ts';
import type { Keeper } from '../keeper.ts';
import { type CheckedFile, checkFile } from './checkFile.ts';
import { clearCopy, compact } from './clearCopy.ts';
import { exportFile } from './exportFile.ts';
import { sizeOfPart } from './exportRows.ts';
import { type Imported, importFile, relabel } from './importFile.ts';
import { FileProblem } from './lines.ts';

/** What is done with whole files, or with the whole copy. */
export type FileTask =
  | { readonly kind: 'sizes' }
  | { readonly kind: 'clear'; readonly what: Clearable }
  | {
      readonly kind: 'export';
      readonly path: string;
      readonly settings: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'check'; readonly path: string }
  | { readonly kind: 'import'; readonly path: string; readonly choice: ImportChoice }
  | { readonly kind: 'relabel'; readonly labels: Imported['before'] };

interface Answers {
  readonly sizes: CopySizes;
  readonly clear: Result<null, 'not_written'>;
  readonly export: Result<null, ExportFailure>;
  readonly check: Result<CheckedFile, ImportFailure>;
  readonly import: Result<Imported, ImportFailure>;
  readonly relabel: Result<null, 'not_written'>;
}
export type TaskAnswer<K extends FileTask['kind']> = Answers[K];

export interface TasksOptions {
  readonly keeper: Keeper;
  readonly databaseFile: string;
  readonly now: () => number;
  readonly onProgress: (work: DataWork | null) => void;
}

/** Often enough to be seen moving. */
const TELL_EVERY_MS = 100;

const DONE = { ok: true, value: null } as const;
const failed = <F>(failure: F) => ({ ok: false, failure }) as const;

const bytesOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** The tasks on whole files. Only one of the long ones is under way at a time. */
export function createTasks({ keeper, databaseFile, now, onProgress }: TasksOptions) {
  let running: Promise<unknown> | null = null;
  let isStopped = false;

  function progressOf(kind: DataWork['kind']): (done: number, total: number) => void {
    let toldAt = 0;
    return (done, total) => {
      if (now() - toldAt < TELL_EVERY_MS) return;
      toldAt = now();
      onProgress({ kind, done, total });
    };
  }

  /** Runs a long task alone. */
  async function alone<T>(work: () => Promise<T>): Promise<T | { ok: false; failure: 'busy' }> {
    if (running) return failed('busy');
    isStopped = false;
    const task = work();
    running = task.catch(() => undefined);
    try {
      return await task;
    } finally {
      running = null;
      onProgress(null);
    }
  }

  const sizes = (): CopySizes => ({
    fileBytes: bytesOf(databaseFile) + bytesOf(`${databaseFile}-wal`),
    parts: keeper.read(
      ({ sql }) =>
        Object.fromEntries(
          COPY_PARTS.map((part) => [part, sizeOfPart(sql, part)]),
        ) as unknown as CopySizes['parts'],
    ),
  });

  function clear(what: Clearable): Answers['clear'] {
    const done = keeper.tidy(({ sql }) => {
      clearCopy(sql, what);
      return true;
    });
    // Where there is no room for it, what was deleted is gone all the same.
    if (done) keeper.tidy(({ sql }) => compact(sql));
    return done ? DONE : failed('not_written');
  }

  async function runExport(path: string, settings: Readonly<Record<string, unknown>>) {
    try {
      const isWhole = await exportFile({
        keeper,
        path,
        settings,
        madeAt: new Date(now()).toISOString(),
        isStopped: () => isStopped,
        onProgress: progressOf('export'),
      });
      return isWhole ? DONE : failed('cancelled');
    } catch (error) {
      if (isOfDisk(error)) return failed('not_written');
      throw error;
    }
  }

  /** Turns what a file can do wrong into an answer. */
  async function reading<T>(work: () => Promise<T | null>): Promise<Result<T, ImportFailure>> {
    try {
      const value = await work();
      return value === null ? failed('cancelled') : { ok: true, value };
    } catch (error) {
      if (error instanceof FileProblem) return failed(error.failure);
      if (isOfDisk(error)) return failed('not_readable');
      throw error;
    }
  }

  const check = (path: string) =>
    reading(() =>
      checkFile({
        keeper,
        path,
        isStopped: () => isStopped,
        onProgress: progressOf('check'),
      }),
    );

  async function runImport(path: string, choice: ImportChoice): Promise<Answers['import']> {
    onProgress({ kind: 'import', done: 0, total: 0 });
    const answer = await reading(async () => {
      // Within the transaction a file that is gone would look like a disk that is full.
      closeSync(openSync(path, 'r'));
      return {
        done: keeper.tidy(({ sql }) => sql.transaction(() => importFile(sql, path, choice))),
      };
    });
    if (!answer.ok) return answer;
    const { done } = answer.value;
    return done ? { ok: true, value: done } : failed('not_written');
  }

  function putBack(labels: Imported['before']): Answers['relabel'] {
    const done = keeper.tidy(({ sql }) => {
      sql.transaction(() => relabel(sql, labels));
      return true;
    });
    return done ? DONE : failed('not_written');
  }

  return {
    async run(task: FileTask): Promise<unknown> {
      switch (task.kind) {
        case 'sizes':
          return sizes();
        case 'clear':
          return clear(task.what);
        case 'export':
          return alone(() => runExport(task.path, task.settings));
        case 'check':
          return alone(() => check(task.path));
        case 'import':
          return alone(() => runImport(task.path, task.choice));
        case 'relabel':
          return putBack(task.labels);
      }
    },
    stop() {
      isStopped = true;
    },
    /** Ends what is under way, and waits for that. */
    async close() {
      isStopped = true;
      await running;
    },
  };
}
