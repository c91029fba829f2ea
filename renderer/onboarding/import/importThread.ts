import type { OrderName, Orders, Told } from './messages.ts';
import workerUrl from './worker.ts?worker&url';

/** The thread of one import. */
export interface ImportThread {
  ask<N extends OrderName>(name: N, order: Orders[N]['order']): Promise<Orders[N]['answer']>;
  /** Ends it at once, whatever it is doing; what was asked is not answered any more. */
  end(): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread that reads one list; `onProgress` is told how far it is, from 0 to 1. */
export function startImport(onProgress: (part: number) => void): ImportThread {
  const worker = new Worker(workerUrl, { type: 'module', name: 'import' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'progress') {
      onProgress(data.part);
      return;
    }
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') one?.resolve(data.answer);
    else one?.reject(new Error('The import failed'));
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('The import ended'));
    waiting.clear();
  });

  return {
    ask<N extends OrderName>(name: N, order: Orders[N]['order']) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, name, order });
      return promise as Promise<Orders[N]['answer']>;
    },
    end() {
      waiting.clear();
      worker.terminate();
    },
  };
}
