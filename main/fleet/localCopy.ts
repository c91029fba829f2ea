import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFile } from 'atomically';
import { setAside } from '../app/setAside.ts';
import { localCopySchema, type VehicleRecord } from './localCopySchema.ts';

/** What happened to a local copy that could not be read. */
export interface LocalCopyRepair {
  readonly fileName: string;
  readonly folder: string;
}

/** The last known state of all vehicles in one JSON file, so that they are there at once at start. */
export interface LocalCopy {
  readonly initial: readonly VehicleRecord[];
  readonly repair: LocalCopyRepair | null;
  /** Writes this state soon, whole or not at all; the newest state wins. */
  save(vehicles: readonly VehicleRecord[]): void;
  /** Resolves when everything saved so far is written or has failed. */
  flush(): Promise<void>;
}

export interface LocalCopyOptions {
  readonly file: string;
  readonly now: () => number;
  /** Told after every write whether it worked (disk full, no rights). */
  readonly onWritten: (worked: boolean) => void;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

interface Opened extends Pick<LocalCopy, 'initial' | 'repair'> {
  /** False where a file that may be good cannot be read: it must not be written over. */
  readonly mayWrite: boolean;
}

function read({ file, now }: LocalCopyOptions): Opened {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { initial: [], repair: null, mayWrite: isMissing(error) };
  }
  try {
    const { vehicles } = localCopySchema.parse(JSON.parse(text));
    return { initial: vehicles, repair: null, mayWrite: true };
  } catch {
    // Not JSON, or not ours: Smartcar still knows the vehicles, so start anew beside the old file.
    const fileName = setAside(file, now());
    return { initial: [], repair: { fileName, folder: dirname(file) }, mayWrite: true };
  }
}

export function openLocalCopy(options: LocalCopyOptions): LocalCopy {
  const { initial, repair, mayWrite } = read(options);
  let next: readonly VehicleRecord[] | null = null;
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    while (next) {
      const vehicles = next;
      next = null;
      try {
        await writeFile(options.file, JSON.stringify({ version: 1, vehicles }), { mode: 0o600 });
        options.onWritten(true);
      } catch {
        options.onWritten(false);
      }
    }
    writing = null;
  }

  return {
    initial,
    repair,
    save(vehicles) {
      if (!mayWrite) {
        options.onWritten(false);
        return;
      }
      next = vehicles;
      writing ??= writeAll();
    },
    flush: () => writing ?? Promise.resolve(),
  };
}
