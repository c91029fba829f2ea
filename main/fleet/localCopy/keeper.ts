import { type Backlog, createBacklog } from './backlog.ts';
import { asTrouble, createMedia, type MediaOptions, type Medium } from './media.ts';
import { rollBack } from './sqlite.ts';
import type { Store, StoreChange } from './store.ts';

export interface KeeperOptions extends MediaOptions {
  /** Changes begin, or stop, to wait for the disk. */
  readonly onWritten: (worked: boolean) => void;
}

/** Keeps the store usable whatever becomes of its file. */
export interface Keeper {
  read<T>(work: (store: Store) => T): T;
  /** Afterwards the change is on the disk, or in memory where the disk does not take it. */
  save(change: StoreChange): void;
  /** Writes that can wait for another time; answers `null` where they have to. */
  tidy<T>(work: (store: Store) => T): T | null;
  /** What was read makes no sense: the file is set aside and begun anew. */
  distrust(): void;
  /** Tries to write what waits for the disk. */
  retry(): void;
  close(): void;
}

export function openKeeper({ onWritten, ...options }: KeeperOptions): Keeper {
  const media = createMedia(options);
  /** What waits for the disk; the store shows it as if it were written. */
  let backlog: Backlog | null = null;
  let medium = media.best();
  if (medium.kind !== 'file') startToWait();

  function startToWait(): Backlog {
    if (!backlog) onWritten(false);
    backlog ??= createBacklog();
    return backlog;
  }

  function endToWait(): void {
    backlog = null;
    onWritten(true);
  }

  function closeDatabase(): void {
    try {
      medium.database.close();
    } catch {
      // A damaged database may refuse its last checkpoint; it is closed all the same.
    }
  }

  /** Takes `next` into use, and shows on it what waits. */
  function move(next: Medium): void {
    medium = next;
    if (next.kind === 'file') {
      if (backlog) hold();
      return;
    }
    const { store } = next;
    const waiting = startToWait().change();
    store.transaction(() => store.apply(waiting));
  }

  function moveIntoMemory(): void {
    closeDatabase();
    move(media.memory());
  }

  /** Shows what waits in a transaction that stays open. */
  function hold(): void {
    const { database, store } = medium;
    try {
      // Nothing that is not committed may need the disk.
      database.exec('PRAGMA cache_spill = OFF; BEGIN IMMEDIATE');
      store.apply(startToWait().change());
      medium = { ...medium, kind: 'held' };
    } catch (error) {
      rollBack(database);
      asTrouble(error);
      moveIntoMemory();
    }
  }

  function release(): void {
    if (medium.kind !== 'held') return;
    rollBack(medium.database);
    medium = { ...medium, kind: 'file' };
  }

  function rebuild(): void {
    release();
    closeDatabase();
    move(medium.kind === 'file' ? media.anew() : media.apart());
  }

  function read<T>(work: (store: Store) => T): T {
    try {
      return work(medium.store);
    } catch (error) {
      const trouble = asTrouble(error);
      release();
      if (trouble === 'damaged') rebuild();
      else moveIntoMemory();
      return work(medium.store);
    }
  }

  /** Adds to what waits, and shows it too. */
  function saveLater(change: StoreChange): void {
    // Beside a file that is left alone nothing will ever be written.
    if (medium.kind !== 'apart') startToWait().add(change);
    const { kind, store } = medium;
    if (kind === 'file') {
      hold();
      return;
    }
    if (kind !== 'held') {
      store.transaction(() => store.apply(change));
      return;
    }
    try {
      store.apply(change);
    } catch (error) {
      holdAgain(error);
    }
  }

  /** The open transaction failed, and everything in it is shown anew. */
  function holdAgain(error: unknown): void {
    const trouble = asTrouble(error);
    release();
    if (trouble === 'damaged') rebuild();
    else hold();
  }

  function save(change: StoreChange, isSecondTry = false): void {
    if (backlog) {
      saveLater(change);
      return;
    }
    const { store } = medium;
    try {
      store.transaction(() => store.apply(change));
    } catch (error) {
      if (asTrouble(error) === 'damaged' && !isSecondTry) {
        rebuild();
        save(change, true);
        return;
      }
      saveLater(change);
    }
  }

  function commit(): void {
    try {
      medium.database.exec('COMMIT; PRAGMA cache_spill = ON');
      medium = { ...medium, kind: 'file' };
      endToWait();
    } catch (error) {
      holdAgain(error);
    }
  }

  /** Writes what waits to the file, should that work again. */
  function leaveMemory(waiting: Backlog): void {
    let next: Medium | null = null;
    try {
      next = media.writable();
      const { store } = next;
      store.transaction(() => store.apply(waiting.change()));
    } catch (error) {
      next?.database.close();
      asTrouble(error);
      return;
    }
    closeDatabase();
    medium = next;
    endToWait();
  }

  function retry(): void {
    if (!backlog) return;
    if (medium.kind === 'held') commit();
    else if (medium.kind === 'copy') leaveMemory(backlog);
  }

  return {
    read,
    save,
    tidy(work) {
      if (backlog) return null;
      try {
        return work(medium.store);
      } catch (error) {
        if (asTrouble(error) === 'damaged') rebuild();
        return null;
      }
    },
    distrust: rebuild,
    retry,
    close() {
      retry();
      release();
      closeDatabase();
    },
  };
}
