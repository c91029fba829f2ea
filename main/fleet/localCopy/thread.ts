import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { createTasks } from './files/tasks.ts';
import type { FirstVersion } from './firstVersion.ts';
import { createHousework } from './housework.ts';
import { openKeeper } from './keeper.ts';
import type { Numbered, Repair, Request, ThreadData, Told } from './messages.ts';
import { loadSqlite } from './sqlite.ts';

/** The thread of the local copy: everything that waits for the disk waits here. */

const FILE = 'vehicles.db';
/** Where the first version of the app kept its vehicles. */
const FIRST_VERSION_FILE = 'vehicles.json';

if (!parentPort) throw new Error('The local copy is opened in a thread');
const port = parentPort;
const { folder, now: startedAt, retryMs } = workerData as ThreadData;
const loadedAt = performance.now();

/** The main thread's time, counted on. */
const now = () => startedAt + performance.now() - loadedAt;
const tell = (told: Told) => port.postMessage(told);

/** `null` where there is none, or where it cannot be read now: the next start tries again. */
async function loadFirstVersion(): Promise<(FirstVersion & { readonly file: string }) | null> {
  const file = join(folder, FIRST_VERSION_FILE);
  if (!existsSync(file)) return null;
  const { readFirstVersion } = await import('./firstVersion.ts');
  const found = readFirstVersion(file, now());
  return found && { ...found, file };
}

const firstVersion = await loadFirstVersion();
let repair: Repair | null = null;
let isOpen = false;
let retrying: NodeJS.Timeout | undefined;

function setAside(fileName: string): void {
  repair = { fileName, folder };
  if (isOpen) tell({ kind: 'repaired', repair });
}

if (firstVersion?.setAside) setAside(firstVersion.setAside);

const keeper = openKeeper({
  file: join(folder, FILE),
  open: await loadSqlite(),
  now,
  firstVersion,
  onSetAside: setAside,
  onWritten(worked) {
    tell({ kind: 'written', worked });
    clearInterval(retrying);
    if (!worked) retrying = setInterval(() => keeper.retry(), retryMs);
  },
});
const housework = createHousework(keeper);
isOpen = true;
tell({ kind: 'opened', opening: { repair } });

function ask({ question, values }: Extract<Request, { readonly kind: 'ask' }>): unknown {
  return keeper.read((store) => {
    const answer = store[question] as (...values: readonly unknown[]) => unknown;
    return answer(...values);
  });
}

type Tasks = Promise<ReturnType<typeof createTasks>>;
let tasksRun: Tasks | null = null;

/** What reads and writes whole files needs more than a start should wait for. */
function tasks(): Tasks {
  tasksRun ??= import('./files/tasks.ts').then((module) =>
    module.createTasks({
      keeper,
      databaseFile: join(folder, FILE),
      now,
      onProgress: (work) => tell({ kind: 'progress', work }),
    }),
  );
  return tasksRun;
}

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'ask':
      return ask(request);
    case 'save':
      keeper.save(request.change);
      if (request.change.removed?.length) void housework.sweep();
      return null;
    case 'thin':
      return housework.thin(request.now, request.keep);
    case 'task':
      return (await tasks()).run(request.task);
    case 'stopTask':
      return (await tasks()).stop();
    case 'distrust':
      return keeper.distrust();
    case 'close':
      await tasksRun?.then(({ close }) => close());
      await housework.stop();
      clearInterval(retrying);
      return keeper.close();
  }
}

port.on('message', async ({ id, request }: Numbered) => {
  try {
    tell({ kind: 'answer', id, value: await answer(request) });
  } catch (error) {
    tell({ kind: 'failed', id, error });
  }
  // With nothing left to listen to the thread ends by itself.
  if (request.kind === 'close') port.close();
});
void housework.sweep();
