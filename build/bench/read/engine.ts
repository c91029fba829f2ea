import { setTimeout } from 'node:timers/promises';
import { DEFAULT_BUDGET } from '../../../contract/budget.ts';
import { createFleetServices } from '../../../main/app/fleetServices.ts';
import { openLocalCopy } from '../../../main/fleet/localCopy/openLocalCopy.ts';
import { grantedKinds } from '../../../main/fleet/merge.ts';
import { createV2Platform } from '../../../main/smartcar/v2/adapter.ts';
import { createClient } from '../../../main/smartcar/v2/client.ts';
import { READERS } from '../../../main/smartcar/v2/readings.ts';
import type { SandboxFleet } from './sandboxFleet.ts';

/** The batch of one vehicle: what was granted. */
export interface Batch {
  readonly vehicleId: string;
  readonly paths: readonly string[];
}

/** The app's own engine, wired as the app wires it, on a local copy of its own. */
export interface Engine {
  readonly batches: readonly Batch[];
  /** Has all vehicles read, and resolves when the last reading is in the local copy. */
  readAll(): Promise<void>;
  close(): Promise<void>;
}

const THREAD = new URL('../../../main/fleet/localCopy/thread.ts', import.meta.url);

const LOOK_EVERY_MS = 10;

/** More than can be asked for here: nothing but the sandbox's latency holds a read up. */
const PLENTY = { ...DEFAULT_BUDGET, capacity: 100_000, refillPerMinute: 100_000, reserve: 0 };
const BUDGET = { ...PLENTY, refreshEveryHours: null };

/**
 * Takes the sandbox's vehicles in and reads each once, so that what is read only once is known. So many of
 * those that answered are read from then on: a car that sleeps would wait for an hour.
 */
export async function startEngine(
  { origin, token }: Pick<SandboxFleet, 'origin' | 'token'>,
  folder: string,
  count: number,
): Promise<Engine> {
  const { now } = Date;
  const connection = {
    id: 'bench',
    application: 'bench',
    createdAt: new Date(now()).toISOString(),
    userId: null,
    externalId: null,
  };
  const localCopy = openLocalCopy({ folder, worker: THREAD, now });
  const { fleet, meter } = createFleetServices({
    platform: async () => platform,
    authorization: () => ({ token: async () => token, renew: async () => token }),
    connections: () => [connection],
    dropConnection: async () => {},
    localCopy,
    application: () => connection.application,
    budget: () => BUDGET,
    budgetOf: () => BUDGET,
    hasSecret: () => true,
    onNews: () => {},
    onReset: () => {},
    onQueue: () => {},
    onCommands: () => {},
  });
  const client = createClient({ apiOrigin: origin, fetch, now, userAgent: 'bench', meter });
  const platform = createV2Platform(client, now);

  const all = await fleet.adopt(connection, null);
  await fleet.begin();

  function isIdle(): boolean {
    const { waiting, running, held } = fleet.scheduler.state();
    return running === 0 && waiting === held.reduce((sum, { count }) => sum + count, 0);
  }

  async function read(ids: readonly string[]): Promise<void> {
    await fleet.refresh(ids);
    // All is read, or waits for a car to wake.
    while (!isIdle()) await setTimeout(LOOK_EVERY_MS);
  }

  await read(all);
  await fleet.scheduler.cancel();
  const known = await fleet.records(all);
  const ids = known.flatMap(({ id, hold }) => (hold === null ? [id] : [])).slice(0, count);
  if (ids.length < count) throw new Error(`Only ${ids.length} of ${all.length} vehicles answer`);

  async function readAll(): Promise<void> {
    const start = new Date(now()).toISOString();
    await read(ids);
    const records = await fleet.records(ids);
    const unread = records.filter(({ refreshedAt }) => (refreshedAt ?? '') < start).length;
    if (unread > 0) throw new Error(`${unread} of ${ids.length} vehicles were not read`);
  }

  const records = await fleet.records(ids);
  return {
    batches: records.map(({ id, permissions }) => ({
      vehicleId: id,
      paths: grantedKinds(permissions ?? []).map((kind) => READERS[kind].path),
    })),
    readAll,
    async close() {
      await fleet.close();
      await localCopy.close();
    },
  };
}
