import type { Keep } from '../../../contract/data.ts';
import type { Keeper } from './keeper.ts';

/** Work on the store that nobody waits for, in steps of milliseconds between which others are served. */
export interface Housework {
  /** Deletes what hung on removed vehicles. */
  sweep(): Promise<void>;
  /** Looks whether the tables are whole, then deletes and thins what has grown too old. */
  thin(now: number, keep?: Keep): Promise<void>;
  /** No step begins after this. Resolves when all that was under way has come to its end. */
  stop(): Promise<void>;
}

export function createHousework(keeper: Pick<Keeper, 'tidy' | 'distrust'>): Housework {
  let isStopped = false;
  const running = new Set<Promise<void>>();

  function noted(work: Promise<void>): Promise<void> {
    const ended = work.finally(() => running.delete(ended));
    running.add(ended);
    return ended;
  }

  /** Does a step, lets others have their turn, and so on while there `isMore`. */
  async function inSteps(step: () => boolean): Promise<void> {
    while (!isStopped && step()) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function check(): Promise<void> {
    const left = [...(keeper.tidy((store) => store.checkedTables) ?? [])];
    await inSteps(() => {
      const table = left.shift();
      if (table === undefined) return false;
      if (keeper.tidy((store) => store.isWhole(table)) !== false) return true;
      keeper.distrust();
      return false;
    });
  }

  const sweep = () => inSteps(() => keeper.tidy((store) => store.sweep()) ?? false);

  async function thin(now: number, keep?: Keep): Promise<void> {
    await check();
    await sweep();
    await inSteps(() => keeper.tidy((store) => store.dropOldCalls(now, keep)) ?? false);
    await inSteps(() => keeper.tidy((store) => store.dropOldActivity(now, keep)) ?? false);
    let after: number | null = 0;
    await inSteps(() => {
      const from = after ?? 0;
      after = keeper.tidy((store) => store.thinAfter(now, from, keep));
      return after !== null;
    });
  }

  return {
    sweep: () => noted(sweep()),
    thin: (now, keep) => noted(thin(now, keep)),
    async stop() {
      isStopped = true;
      await Promise.all(running);
    },
  };
}
