import { Worker } from 'node:worker_threads';
import type { DataWork } from '../../../contract/data.ts';
import type { GoodReading, ReadingKind } from '../../../contract/readings.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { unpackAlerts } from './alertStates.ts';
import type { FileTask, TaskAnswer } from './files/tasks.ts';
import type { CopyChange, LocalCopy, LocalCopyOpening } from './localCopy.ts';
import type { Answer, Arguments, Question, Repair, Request, ThreadData, Told } from './messages.ts';
import { unpackFacts } from './packedFacts.ts';

/** How long after a write that failed the next is tried. */
const RETRY_MS = 10_000;

export interface LocalCopyOptions {
  /** Where the database is, or will be made. */
  readonly folder: string;
  /** The built `thread.ts`. */
  readonly worker: URL | string;
  readonly now: () => number;
  readonly retryMs?: number;
}

/** The local copy as its owner holds it: it also tells what becomes of the file. */
export interface OpenedLocalCopy extends LocalCopy {
  /** Called when saving stops or begins again to reach the disk, and at once where it does not now. */
  onWritten(listener: (worked: boolean) => void): void;
  /** Called when the copy is found damaged in use: it was set aside, and is empty now. */
  onRepair(listener: (repair: Repair) => void): void;
  /** Called while a long task is under way, and with `null` at its end. */
  onProgress(listener: (work: DataWork | null) => void): void;
  /** Does a task on whole files; one at a time. */
  run<T extends FileTask>(task: T): Promise<TaskAnswer<T['kind']>>;
  /** Ends the task that is under way; it answers `cancelled`. */
  stopTask(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Opens the local copy in a thread of its own, which is loading while the caller goes on. Never ends
 * that thread by force: stopped in the middle of a native call it would take the process along.
 */
export function openLocalCopy(options: LocalCopyOptions): OpenedLocalCopy {
  const { folder, now, retryMs = RETRY_MS } = options;
  const workerData: ThreadData = { folder, now: now(), retryMs };
  // Node's own SQLite tells every user that it is new.
  const execArgv = ['--disable-warning=ExperimentalWarning'];
  const worker = new Worker(options.worker, { workerData, execArgv, name: 'localCopy' });
  const waiting = new Map<number, Waiting>();
  const opening = Promise.withResolvers<LocalCopyOpening>();
  const ended = Promise.withResolvers<void>();
  const writtenListeners: ((worked: boolean) => void)[] = [];
  const progressListeners: ((work: DataWork | null) => void)[] = [];
  const repairListeners: ((repair: Repair) => void)[] = [];
  let isWritten = true;
  let lastId = 0;
  let failure: unknown = null;

  function fail(error: unknown): void {
    failure ??= error;
    opening.reject(failure);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }

  function take(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  worker.on('message', (told: Told) => {
    switch (told.kind) {
      case 'opened':
        return opening.resolve(told.opening);
      case 'answer':
        return take(told.id)?.resolve(told.value);
      case 'failed':
        return take(told.id)?.reject(told.error);
      case 'written':
        isWritten = told.worked;
        for (const listener of writtenListeners) listener(told.worked);
        return;
      case 'repaired':
        for (const listener of repairListeners) listener(told.repair);
        return;
      case 'progress':
        for (const listener of progressListeners) listener(told.work);
    }
  });
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error('The local copy is closed'));
    ended.resolve();
  });
  // Whoever waits for the opening is told of its failure; nobody has to.
  opening.promise.catch(() => undefined);

  function request(asked: Request): Promise<unknown> {
    if (failure !== null) return Promise.reject(failure);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    worker.postMessage({ id: lastId, request: asked });
    return promise;
  }

  async function ask<Q extends Question>(question: Q, ...values: Arguments<Q>): Promise<Answer<Q>> {
    return (await request({ kind: 'ask', question, values })) as Answer<Q>;
  }

  /** Reads an answer's JSON; where it is none, the copy is damaged, and what is asked is asked anew. */
  async function parsed<A, T>(get: () => Promise<A>, parse: (answer: A) => T): Promise<T> {
    try {
      return parse(await get());
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      await request({ kind: 'distrust' });
      return parse(await get());
    }
  }

  /** An answer that the thread has read already. */
  const intact = <A>(get: () => Promise<A>): Promise<A> => parsed(get, (answer) => answer);

  const records = (get: () => Promise<readonly string[]>): Promise<readonly VehicleRecord[]> =>
    parsed(get, (texts) => texts.map((text) => JSON.parse(text) as VehicleRecord));

  const save = async (change: CopyChange, first?: readonly string[]): Promise<void> => {
    const { bucket, ...rest } = change;
    const buckets = bucket ? [bucket] : [];
    await request({ kind: 'save', change: { ...rest, buckets, ...(first && { first }) } });
  };

  return {
    opened: opening.promise,
    count: (connectionIds) => ask('count', connectionIds),
    page: (connectionIds, after, limit) => records(() => ask('page', connectionIds, after, limit)),
    packedPage: (connectionIds, after, limit) =>
      intact(() => ask('packedPage', connectionIds, after, limit)),
    first: (connectionIds, limit) => records(() => ask('first', connectionIds, limit)),
    rememberFirst: (ids) => save({}, ids),
    vehicles: (ids) => records(() => ask('vehicles', ids)),
    facts: (connectionIds) => parsed(() => ask('facts', connectionIds), unpackFacts),
    connections: () => ask('connections'),
    history: async <K extends ReadingKind>(vehicleId: string, kind: K, from: string) =>
      (await ask('history', vehicleId, kind, from)) as readonly GoodReading<K>[],
    trends: (vehicleId, kinds, from) => intact(() => ask('trends', vehicleId, kinds, from)),
    smallLines: (vehicleIds, from) => intact(() => ask('smallLines', vehicleIds, from)),
    calls: (vehicleId, before, limit) => ask('calls', vehicleId, before, limit),
    commands: (vehicleId, limit) => ask('commands', vehicleId, limit),
    alerts: (connectionIds) => parsed(() => ask('alerts', connectionIds), unpackAlerts),
    imported: (application, after, limit) =>
      intact(() => ask('imported', application, after, limit)),
    unlabelled: (application) => ask('unlabelled', application),
    importedByVin: (application, vins) => intact(() => ask('importedByVin', application, vins)),
    importedNames: () => ask('importedNames'),
    callStats: (from) => ask('callStats', from),
    activity: (filter, before, limit) => ask('activity', filter, before, limit),
    queue: () => ask('queue'),
    pausedQueue: () => ask('pausedQueue'),
    bucket: (application) => ask('bucket', application),
    save: (change) => save(change),
    async thin(time, keep) {
      await request({ kind: 'thin', now: time, keep });
    },
    async close() {
      if (failure === null) await request({ kind: 'close' });
      await ended.promise;
    },
    onWritten(listener) {
      writtenListeners.push(listener);
      if (!isWritten) listener(false);
    },
    onProgress: (listener) => void progressListeners.push(listener),
    run: async (task) => (await request({ kind: 'task', task })) as never,
    async stopTask() {
      await request({ kind: 'stopTask' });
    },
    onRepair: (listener) => void repairListeners.push(listener),
  };
}
