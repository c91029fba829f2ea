import type { BudgetState } from '../../../contract/budget.ts';
import type { Command, DryRun, DryRunItem } from '../../../contract/commands.ts';
import { READING_PERMISSION } from '../../../contract/readings.ts';
import type { Reach } from '../../../contract/vehicles.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { type Obstacle, obstacleOf, remarkOf } from './obstacles.ts';
import { wantedBy } from './wanted.ts';

export interface DryRunInput {
  readonly command: Command;
  readonly vehicleIds: readonly string[];
  /** Of the vehicles named; those that are not known are missing. */
  readonly records: readonly VehicleRecord[];
  readonly budget: BudgetState;
  readonly reach: Reach;
  readonly now: number;
  /** What earlier commands have shown to stand in the way. */
  readonly learned: (vehicleId: string) => Obstacle | null;
}

/** Whether the car's own values will be looked at afterwards. */
export function canBeConfirmed({ permissions }: VehicleRecord, command: Command): boolean {
  const wanted = wantedBy(command);
  return wanted !== null && (permissions?.includes(READING_PERMISSION[wanted.kind]) ?? false);
}

/** Who can take a command, who cannot and why, and what it will cost; asks nobody. */
export function dryRun(input: DryRunInput): DryRun {
  const { command, budget, now, learned } = input;
  const known = new Map(input.records.map((record) => [record.id, record]));
  let callsNeeded = 0;
  const items = [...new Set(input.vehicleIds)].map((vehicleId): DryRunItem => {
    const record = known.get(vehicleId);
    if (!record) return { vehicleId, obstacle: 'unknown_vehicle', until: null, remark: null };
    const found = obstacleOf(record, command, budget.month, now) ?? learned(vehicleId);
    if (found) return { vehicleId, ...found, remark: null };
    callsNeeded += canBeConfirmed(record, command) ? 2 : 1;
    return { vehicleId, obstacle: null, until: null, remark: remarkOf(record, command) };
  });
  return { items, callsNeeded, callsLeft: budget.calls, offline: input.reach === 'offline' };
}
