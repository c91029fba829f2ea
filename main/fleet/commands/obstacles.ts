import type { BudgetState } from '../../../contract/budget.ts';
import {
  COMMAND_PERMISSION,
  type Command,
  type CommandObstacle,
  type CommandRemark,
} from '../../../contract/commands.ts';
import { callsThisMonth } from '../../../contract/month.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { isPersonsToLift } from '../verdict.ts';
import { wantedBy } from './wanted.ts';

/** What stands in the way of a command, and when it ends by itself (ISO 8601), where that is known. */
export interface Obstacle {
  readonly obstacle: CommandObstacle;
  readonly until: string | null;
}

const lasting = (obstacle: CommandObstacle): Obstacle => ({ obstacle, until: null });

/** Only a car without a battery to charge has a charge reading that it can physically not give. */
function cannotCharge({ readings }: VehicleRecord): boolean {
  return readings.charge.problem?.code === 'COMPATIBILITY:VEHICLE_NOT_CAPABLE';
}

/** Holds that spare reads do not stop a person; what Smartcar set a time for does. */
function holdObstacle(record: VehicleRecord, now: number): Obstacle | null {
  const { hold } = record;
  if (!hold || Date.parse(hold.until) <= now || isPersonsToLift(record)) return null;
  return { obstacle: hold.cause === 'month' ? 'plan' : 'hold', until: hold.until };
}

function isUsedUp({ calls }: VehicleRecord, month: BudgetState['month'], now: number): boolean {
  const { limitPerVehicle } = month;
  return limitPerVehicle !== null && callsThisMonth(calls, now) >= limitPerVehicle;
}

/** Why the vehicle must not be asked anything at all now. */
export function limitOf(
  record: VehicleRecord,
  month: BudgetState['month'],
  now: number,
): Obstacle | null {
  const held = holdObstacle(record, now);
  if (held) return held;
  return isUsedUp(record, month, now) ? { obstacle: 'plan', until: month.resetsAt } : null;
}

/** Why the vehicle cannot take the command, as far as that is known without asking anybody. */
export function obstacleOf(
  record: VehicleRecord,
  command: Command,
  month: BudgetState['month'],
  now: number,
): Obstacle | null {
  if (record.access === 'tokens_unavailable') return lasting('tokens_unavailable');
  // Access that has ended can still be put away.
  if (command.kind === 'disconnect') return null;
  if (record.access === 'reconnect') return lasting('reconnect');
  const permission = COMMAND_PERMISSION[command.kind];
  if (permission && record.permissions && !record.permissions.includes(permission)) {
    return lasting('not_granted');
  }
  if (permission === 'control_charge' && cannotCharge(record)) return lasting('car_cannot');
  return limitOf(record, month, now);
}

/** A plugged-in cable opens its flap; that keeps no car from locking. */
function isOpen({ readings }: VehicleRecord): boolean {
  return readings.security.last?.value.open.some(({ part }) => part !== 'chargingPort') ?? false;
}

/** What the last known values say of a command that can be sent all the same. */
export function remarkOf(record: VehicleRecord, command: Command): CommandRemark | null {
  const { readings, permissions } = record;
  if (wantedBy(command)?.isSo(readings)) return 'already_so';
  const { kind } = command;
  if (kind === 'start_charging' && readings.charge.last?.value.isPluggedIn === false) {
    return 'not_plugged_in';
  }
  if (kind === 'lock' && isOpen(record)) return 'something_open';
  if (COMMAND_PERMISSION[kind] && permissions === null) return 'permissions_unknown';
  return null;
}
