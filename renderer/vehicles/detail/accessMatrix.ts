import type { CommandRecord } from '../../../contract/commands.ts';
import { COMMAND_PERMISSION } from '../../../contract/commands.ts';
import { isPermission, PERMISSIONS, type Permission } from '../../../contract/permissions.ts';
import { READING_KINDS, READING_PERMISSION } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

export type YesNo = 'yes' | 'no' | 'unknown';

/** What is known of one permission at one vehicle. Nothing here is guessed. */
export interface AccessRow {
  /** Smartcar's name; one that Motorpool does not know stays as it is. */
  readonly permission: string;
  readonly asked: YesNo;
  readonly given: YesNo;
  /** Whether the car itself, and the plan, let it through; found out by trying only. */
  readonly car: YesNo | 'not_in_plan';
}

/** Shown also where nobody has asked for them: they are what the screens could show or do. */
const ALWAYS: ReadonlySet<string> = new Set<Permission>([
  'read_vehicle_info',
  'read_vin',
  ...READING_KINDS.map((kind) => READING_PERMISSION[kind]),
  'control_charge',
  'control_security',
]);

function isIn(names: readonly string[] | null, name: string): YesNo {
  if (names === null) return 'unknown';
  return names.includes(name) ? 'yes' : 'no';
}

function readings(vehicle: Vehicle, permission: string): AccessRow['car'] {
  const kind = READING_KINDS.find((one) => READING_PERMISSION[one] === permission);
  if (!kind) return 'unknown';
  const { last, problem } = vehicle.readings[kind];
  if (problem?.reason === 'car_cannot') return 'no';
  if (problem?.reason === 'not_in_plan') return 'not_in_plan';
  return last ? 'yes' : 'unknown';
}

/** The newest command that tells something decides. */
function commands(records: readonly CommandRecord[], permission: string): AccessRow['car'] {
  for (const { command, acceptedAt, problem } of records) {
    if (COMMAND_PERMISSION[command.kind] !== permission) continue;
    if (acceptedAt !== null) return 'yes';
    if (problem?.reason === 'car_cannot') return 'no';
    if (problem?.reason === 'not_in_plan') return 'not_in_plan';
  }
  return 'unknown';
}

function car(
  vehicle: Vehicle,
  records: readonly CommandRecord[],
  permission: string,
): AccessRow['car'] {
  if (permission === 'read_vin') return vehicle.vin === null ? 'unknown' : 'yes';
  if (permission === 'read_vehicle_info') return vehicle.make === null ? 'unknown' : 'yes';
  return permission.startsWith('control_')
    ? commands(records, permission)
    : readings(vehicle, permission);
}

/**
 * Permission by permission: asked for, given, and within the car's power. `records` are the vehicle's
 * commands, newest first.
 */
export function accessMatrix(
  vehicle: Vehicle,
  records: readonly CommandRecord[],
): readonly AccessRow[] {
  const named = new Set([...(vehicle.asked ?? []), ...(vehicle.permissions ?? [])]);
  const known = PERMISSIONS.filter((name) => ALWAYS.has(name) || named.has(name));
  const others = [...named].filter((name) => !isPermission(name));
  return [...known, ...others].map((permission) => ({
    permission,
    asked: isIn(vehicle.asked, permission),
    given: isIn(vehicle.permissions, permission),
    car: car(vehicle, records, permission),
  }));
}
