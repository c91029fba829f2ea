import { randomUUID } from 'node:crypto';
import { uptime, userInfo } from 'node:os';
import type { Budget } from '../../contract/budget.ts';
import type { CommandRun } from '../../contract/commands.ts';
import type { QueueState } from '../../contract/queue.ts';
import { type Commands, createCommands } from '../fleet/commands/commands.ts';
import { createFleet, type Fleet, type FleetOptions } from '../fleet/fleet.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import { type ApplicationMeters, createCallMeter } from '../fleet/sync/callMeter.ts';
import type { Clock } from '../fleet/sync/clock.ts';
import { createScheduler } from '../fleet/sync/createScheduler.ts';

/** How many vehicles are read at the same time. */
const CONCURRENCY = 4;

/** Real time. `uptime` counts the computer's sleep and no change of its clock. */
export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  uptime: () => uptime() * 1000,
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export interface FleetServicesOptions
  extends Pick<
    FleetOptions,
    'platform' | 'authorization' | 'connections' | 'dropConnection' | 'onNews' | 'onReset'
  > {
  readonly localCopy: LocalCopy;
  /** `applicationKey` of the application in use. */
  readonly application: () => string | null;
  readonly budget: () => Budget;
  /** Of any application, by its key. */
  readonly budgetOf: (application: string) => Budget;
  /** Without it nothing is read. */
  readonly hasSecret: () => boolean;
  readonly onQueue: (state: QueueState) => void;
  readonly onCommands: (run: CommandRun | null) => void;
}

/** The fleet with what works on it: the meter that all calls pass, the queue of reads, commands. */
export interface FleetServices {
  readonly fleet: Fleet;
  readonly meter: ApplicationMeters;
  readonly commands: Commands;
}

export function createFleetServices(options: FleetServicesOptions): FleetServices {
  const { localCopy, budget } = options;
  const clock = SYSTEM_CLOCK;
  const meter = createCallMeter({
    localCopy,
    application: options.application,
    budget: options.budgetOf,
    clock,
    random: Math.random,
    onCall: (call) => fleet.noteCall(call),
  });
  const fleet: Fleet = createFleet({
    ...options,
    clock,
    createScheduler: (read) =>
      createScheduler({
        localCopy,
        meter,
        clock,
        random: Math.random,
        budget,
        hasSecret: options.hasSecret,
        concurrency: CONCURRENCY,
        read,
        onChange: options.onQueue,
      }),
  });
  const commands = createCommands({
    records: fleet.records,
    platform: options.platform,
    authorization: options.authorization,
    disconnect: fleet.disconnect,
    readKind: fleet.readKind,
    localCopy,
    queueState: fleet.scheduler.state,
    reach: fleet.reach,
    clock,
    newId: randomUUID,
    userName: userInfo().username,
    onChange: options.onCommands,
  });
  return { fleet, meter, commands };
}
