import { readFileSync, renameSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { emptyState, State } from './state.ts';

/** The state in memory and, when a file was named, its copy on disk. */
export type Store = {
  state: State;
  /** Says that the state changed; it is written a moment later. */
  changed: () => void;
  /** Resolves when everything changed so far is on disk. Rejects when it cannot be written. */
  flush: () => Promise<void>;
  /** Throws the state away and starts empty. */
  reset: () => void;
};

const WRITE_DELAY_MS = 250;

type StoreOptions = {
  file: string | undefined;
  seed: number;
  /** Told about a file that could not be used, or written. */
  warn: (message: string) => void;
  now: () => number;
};

function load({ file, seed, warn, now }: StoreOptions): State {
  if (file === undefined) return emptyState(seed);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyState(seed);
    throw error;
  }
  let reason: string;
  try {
    const parsed = State.safeParse(JSON.parse(text));
    if (parsed.success && parsed.data.seed === seed) return parsed.data;
    reason = parsed.success ? `belongs to seed ${parsed.data.seed}` : 'has an unknown form';
  } catch {
    reason = 'is not JSON';
  }
  const aside = `${file}.unusable-${now()}`;
  renameSync(file, aside);
  warn(`state file ${file} ${reason}; set aside as ${aside}, starting empty`);
  return emptyState(seed);
}

async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

/**
 * Opens the state file (or an empty state without one). A file that cannot be used is renamed, not
 * lost. Writes go to a temporary file that then replaces the old one, readable by its owner only.
 */
export function openStore(options: StoreOptions): Store {
  const { file, seed, warn } = options;
  let dirty = false;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (file === undefined) return Promise.resolve();
    // Writes are queued behind each other; one that failed must not stop the next.
    writing = writing
      .catch(() => undefined)
      .then(async () => {
        if (!dirty) return;
        dirty = false;
        try {
          await writeAtomically(file, JSON.stringify(store.state));
        } catch (error) {
          dirty = true;
          throw error;
        }
      });
    return writing;
  };

  const changed = () => {
    dirty = true;
    if (file === undefined || timer !== undefined) return;
    timer = setTimeout(() => {
      flush().catch((error: Error) => warn(`state file ${file}: ${error.message}`));
    }, WRITE_DELAY_MS);
    timer.unref();
  };

  const store: Store = {
    state: load(options),
    changed,
    flush,
    reset: () => {
      const { clockOffset } = store.state;
      store.state = { ...emptyState(seed), clockOffset };
      changed();
    },
  };
  return store;
}
