import { join } from 'node:path';
import type { Budget } from '../../../contract/budget.ts';
import { createFleet, type Fleet } from '../../fleet/fleet.ts';
import { openKeeper } from '../../fleet/localCopy/keeper.ts';
import type { LocalCopy } from '../../fleet/localCopy/localCopy.ts';
import type { OpenDatabase } from '../../fleet/localCopy/sqlite.ts';
import { createCallMeter } from '../../fleet/sync/callMeter.ts';
import { createScheduler } from '../../fleet/sync/createScheduler.ts';
import { Secret } from '../../secret.ts';
import { createV2Platform } from '../../smartcar/v2/adapter.ts';
import { createClient } from '../../smartcar/v2/client.ts';
import { createKeptCopy } from '../keptCopy.ts';
import type { SimulatedClock } from '../simulatedClock.ts';

const SOAK_CONNECTION = {
  id: 'c1',
  application: 'simulated',
  createdAt: '2026-04-01T00:00:00.000Z',
  userId: null,
  externalId: null,
};

export interface AppOptions {
  readonly clock: SimulatedClock;
  readonly random: () => number;
  readonly fetch: typeof fetch;
  readonly budget: Budget;
  readonly folder: string;
  readonly open: OpenDatabase;
}

/** One run of the app's engine. */
export interface AppRun {
  readonly fleet: Fleet;
  readonly localCopy: LocalCopy;
  /** Ends it as people do. */
  quit(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** All of the engine, real but for time, chance and Smartcar. */
export function startApp(options: AppOptions): AppRun {
  const { clock, random, folder, open } = options;
  const budget = () => options.budget;
  const keeper = openKeeper({
    file: join(folder, 'vehicles.db'),
    open,
    now: clock.now,
    firstVersion: null,
    onSetAside: (name) => {
      throw new Error(`${name} was set aside`);
    },
    onWritten: () => undefined,
  });
  const localCopy = createKeptCopy(keeper);
  const meter = createCallMeter({
    localCopy,
    application: () => SOAK_CONNECTION.application,
    budget,
    clock,
    random,
    onCall: (call) => fleet.noteCall(call),
  });
  const client = createClient({
    apiOrigin: 'https://smartcar.test',
    fetch: options.fetch,
    now: clock.now,
    userAgent: 'Motorpool/0',
    meter,
  });
  const platform = createV2Platform(client, clock.now);
  const token = async () => new Secret('token');
  const fleet: Fleet = createFleet({
    platform: async () => platform,
    authorization: () => ({ token, renew: token }),
    connections: () => [SOAK_CONNECTION],
    dropConnection: async () => undefined,
    localCopy,
    clock,
    budget,
    createScheduler: (read) =>
      createScheduler({
        localCopy,
        meter,
        clock,
        random,
        budget,
        concurrency: 4,
        read,
        onChange: () => undefined,
      }),
    onNews: () => undefined,
    onReset: () => undefined,
  });
  // It lists the fleet first, which takes time, and time passes only when whoever started it lets it.
  void fleet.begin();
  return {
    fleet,
    localCopy,
    async quit() {
      await fleet.close();
      await localCopy.close();
      clock.kill();
    },
    async kill() {
      clock.kill();
      fleet.scheduler.close();
      await localCopy.close();
    },
  };
}
