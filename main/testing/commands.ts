import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type Budget, DEFAULT_BUDGET } from '../../contract/budget.ts';
import type { CommandItem, CommandRun } from '../../contract/commands.ts';
import { createCommands } from '../fleet/commands/commands.ts';
import { createFleet } from '../fleet/fleet.ts';
import { openLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import { newVehicle } from '../fleet/merge.ts';
import { createCallMeter } from '../fleet/sync/callMeter.ts';
import { createScheduler } from '../fleet/sync/createScheduler.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import { Secret } from '../secret.ts';
import type { Authorization } from '../smartcar/platform.ts';
import { createV2Platform } from '../smartcar/v2/adapter.ts';
import { createClient } from '../smartcar/v2/client.ts';
import { manualClock } from './manualClock.ts';

const CONNECTION = {
  id: 'c1',
  application: 'simulated',
  createdAt: '2026-05-01T00:00:00.000Z',
  userId: null,
  externalId: null,
};

/** A vehicle whose owner granted everything that commands need, and of which nothing was read. */
export function commandable(id: string, change: Partial<VehicleRecord> = {}): VehicleRecord {
  const permissions = ['control_security', 'control_charge', 'read_security', 'read_charge'];
  return {
    ...newVehicle(id, CONNECTION),
    permissions,
    make: 'TESLA',
    refreshedAt: '2026-05-12T01:00:00.000Z',
    ...change,
  };
}

export interface CommandsSetUp {
  /** Where Smartcar's API is. */
  readonly origin: string;
  /** Milliseconds since the epoch at which time stands still. */
  readonly now: number;
  readonly vehicles: readonly VehicleRecord[];
  readonly token?: string;
  readonly authorization?: Partial<Authorization>;
  readonly budget?: Partial<Budget>;
}

/**
 * Commands on everything that they need, as the app puts it together: a fleet on a real local copy, the
 * meter, and the adapter, which speaks HTTP to `origin`. Only time stands still.
 */
export async function commandsSetUp(options: CommandsSetUp) {
  const clock = manualClock(options.now);
  const folder = mkdtempSync(join(tmpdir(), 'motorpool-commands-'));
  const worker = new URL('../fleet/localCopy/thread.ts', import.meta.url);
  const localCopy = openLocalCopy({ folder, worker, now: clock.now });
  const budget = () => ({ ...DEFAULT_BUDGET, refreshEveryHours: null, ...options.budget });
  const common = { localCopy, clock, budget, random: () => 0.5 };
  const meter = createCallMeter({
    ...common,
    application: () => CONNECTION.application,
    onCall: (call) => fleet.noteCall(call),
  });
  const client = createClient({
    apiOrigin: options.origin,
    fetch,
    now: clock.now,
    userAgent: 'Motorpool/0',
    meter,
  });
  const token = new Secret(options.token ?? 'token');
  const access = {
    platform: async () => createV2Platform(client, clock.now),
    authorization: () => ({
      token: async () => token,
      renew: async () => token,
      ...options.authorization,
    }),
  };
  const fleet = createFleet({
    ...access,
    connections: () => [CONNECTION],
    dropConnection: async () => undefined,
    localCopy,
    clock,
    budget,
    createScheduler: (read) =>
      createScheduler({ ...common, meter, concurrency: 4, read, onChange: () => undefined }),
    onNews: () => undefined,
    onReset: () => undefined,
  });
  const told: (CommandRun | null)[] = [];
  let runs = 0;
  const commands = createCommands({
    ...access,
    records: fleet.records,
    disconnect: fleet.disconnect,
    readKind: fleet.readKind,
    localCopy,
    queueState: fleet.scheduler.state,
    reach: fleet.reach,
    clock,
    newId: () => {
      runs += 1;
      return `run-${runs}`;
    },
    userName: 'anna',
    onChange: (run) => told.push(run),
  });
  await localCopy.save({ vehicles: options.vehicles });
  await fleet.begin();
  onTestFinished(async () => {
    commands.close();
    await fleet.close();
    await localCopy.close();
    rmSync(folder, { recursive: true });
  });

  function item(id: string): CommandItem {
    const found = commands.current()?.items.find(({ vehicleId }) => vehicleId === id);
    if (!found) throw new Error(`no item for ${id}`);
    return found;
  }

  return {
    commands,
    clock,
    fleet,
    localCopy,
    /** Every state that was pushed. */
    told,
    item,
    /** Resolves with the vehicle's item when it has come to a step. */
    reached: (id: string, ...steps: readonly CommandItem['step'][]) =>
      vi.waitFor(() => {
        const found = item(id);
        if (!steps.includes(found.step)) throw new Error(`${id} is ${found.step}`);
        return found;
      }),
    /** Resolves with the newest entry of the vehicle's history when it has come to a step. */
    remembered: (id: string, step: CommandItem['step']) =>
      vi.waitFor(async () => {
        const [record] = await localCopy.commands(id, 10);
        if (record?.step !== step) throw new Error(`${id} is remembered as ${record?.step}`);
        return record;
      }),
  };
}
