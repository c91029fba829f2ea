import { existsSync, statSync, unlinkSync } from 'node:fs';
import {
  copyIntoMemory,
  NewerVersionError,
  openFile,
  openMemory,
  setDatabaseAside,
} from './databaseFile.ts';
import type { FirstVersion } from './firstVersion.ts';
import type { Database, OpenDatabase } from './sqlite.ts';
import { createStore, type Store } from './store.ts';
import { type Trouble, troubleOf } from './troubles.ts';

/**
 * What the store works on. `file`: the database itself. `held`: the same with an open transaction, which
 * holds what the disk did not take. `copy`: a database in memory with what the file has, because that
 * cannot be written. `apart`: one in memory beside a file that is left alone in this run, because it
 * cannot be read now or a newer version has written it.
 */
export interface Medium {
  readonly kind: 'file' | 'held' | 'copy' | 'apart';
  readonly database: Database;
  readonly store: Store;
}

export interface MediaOptions {
  readonly file: string;
  readonly open: OpenDatabase;
  readonly now: () => number;
  /** The vehicles that the first version left in this file, where it did. */
  readonly firstVersion: (FirstVersion & { readonly file: string }) | null;
  /** A damaged database was set aside under this name. */
  readonly onSetAside: (fileName: string) => void;
}

/** The ways to open the local copy. */
export interface Media {
  /** The file. Throws where that does not work now. */
  writable(): Medium;
  /** Memory, with what the file has where it can be read. */
  memory(): Medium;
  /** Memory, with nothing. */
  apart(): Medium;
  /** The file; where it is damaged, a new one; else memory. */
  best(): Medium;
  /** Moves the closed, damaged file away, and opens the best there is then. */
  anew(): Medium;
}

/** What can be got over; everything else is a mistake of ours and goes on to whoever called. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof NewerVersionError) return 'not_written';
  const trouble = troubleOf(error);
  if (trouble === null) throw error;
  return trouble;
}

export function createMedia({ file, open, now, firstVersion, onSetAside }: MediaOptions): Media {
  const mediumOf = (kind: Medium['kind'], database: Database): Medium => ({
    kind,
    database,
    store: createStore(database),
  });

  /** What the first version has left is read wherever it cannot be moved yet. */
  function inMemory(kind: 'copy' | 'apart', database: Database): Medium {
    const medium = mediumOf(kind, database);
    if (firstVersion) medium.store.importFirstVersion(firstVersion.vehicles);
    return medium;
  }

  const apart = () => inMemory('apart', openMemory(open));

  function writable(): Medium {
    const database = openFile(file, open);
    try {
      const medium = mediumOf('file', database);
      if (firstVersion && existsSync(firstVersion.file)) {
        medium.store.importFirstVersion(firstVersion.vehicles);
        // On the disk for good before the only other copy goes.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        unlinkSync(firstVersion.file);
      }
      return medium;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  function memory(): Medium {
    try {
      const holdsSomething = existsSync(file) && statSync(file).size > 0;
      return inMemory('copy', holdsSomething ? copyIntoMemory(file, open) : openMemory(open));
    } catch (error) {
      asTrouble(error);
      return apart();
    }
  }

  function anew(): Medium {
    try {
      onSetAside(setDatabaseAside(file, now()));
      return writable();
    } catch (error) {
      asTrouble(error);
      return memory();
    }
  }

  function best(): Medium {
    try {
      return writable();
    } catch (error) {
      return asTrouble(error) === 'damaged' ? anew() : memory();
    }
  }

  return { writable, memory, apart, best, anew };
}
