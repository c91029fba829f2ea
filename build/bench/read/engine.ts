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

/** More than can be asked for here: nothing but the sandbox's latency holds a read up. */
const PLENTY = { ...DEFAULT_BUDGET, capacity: 100_000, refillPerMinute: 100_000, reserve: 0 };

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
  let tellIdle = () => {};
  const localCopy = openLocalCopy({ folder, worker: THREAD, now });
  const { fleet, meter } = createFleetServices({
    platform: async () => platform,
    authorization: () => ({ token: async () => token, renew: async () => token }),
    connections: () => [connection],
    dropConnection: async () => {},
    localCopy,
    application: () => connection.application,
    budget: () => ({ ...PLENTY, refreshEveryHours: null }),
    onNews: () => {},
    onReset: () => {},
    onQueue({ waiting, running, held }) {
      const heldBack = held.reduce((sum, one) => sum + one.count, 0);
      if (running === 0 && waiting === heldBack) tellIdle();
    },
    onCommands: () => {},
  });
  const client = createClient({ apiOrigin: origin, fetch, now, userAgent: 'bench', meter });
  const platform = createV2Platform(client, now);

  const all = await fleet.adopt(connection, null);
  await fleet.begin();

  /** Resolves when the queue next says that all reads are done, or wait for a car to wake. */
  const idle = () =>
    new Promise<void>((resolve) => {
      tellIdle = resolve;
    });

  async function read(ids: readonly string[]): Promise<void> {
    await fleet.refresh(ids);
    await idle();
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
