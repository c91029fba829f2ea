import * as z from 'zod';
import type { Permission } from './permissions.ts';
import type { ReadingProblemReason } from './readings.ts';

/** Smartcar takes charge limits from 0.5 to 1 (API reference, "Set charge limit"). */
export const CHARGE_LIMIT = { min: 0.5, max: 1 };

/** What can be done to a vehicle. `disconnect` ends the application's access. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lock') }),
  z.strictObject({ kind: z.literal('unlock') }),
  z.strictObject({ kind: z.literal('start_charging') }),
  z.strictObject({ kind: z.literal('stop_charging') }),
  z.strictObject({
    kind: z.literal('set_charge_limit'),
    /** Fraction of a full battery. */
    limit: z.number().min(CHARGE_LIMIT.min).max(CHARGE_LIMIT.max),
  }),
  z.strictObject({ kind: z.literal('disconnect') }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];

/** The permission that a command needs; `disconnect` needs none. */
export const COMMAND_PERMISSION: Readonly<Record<CommandKind, Permission | null>> = {
  lock: 'control_security',
  unlock: 'control_security',
  start_charging: 'control_charge',
  stop_charging: 'control_charge',
  set_charge_limit: 'control_charge',
  disconnect: null,
};

/**
 * Why a vehicle cannot take a command. `busy`: another command of ours is on its way to it. `hold`: it
 * must not be asked yet. `plan`: its calls of this month are used up.
 */
export type CommandObstacle =
  | 'not_granted'
  | 'car_cannot'
  | 'reconnect'
  | 'tokens_unavailable'
  | 'hold'
  | 'plan'
  | 'busy'
  | 'unknown_vehicle';

/** What the last known values say about a command that can be sent all the same. */
export type CommandRemark =
  | 'already_so'
  | 'not_plugged_in'
  | 'something_open'
  | 'permissions_unknown';

export interface DryRunItem {
  readonly vehicleId: string;
  /** `null`: it can. */
  readonly obstacle: CommandObstacle | null;
  /** When the obstacle ends by itself (ISO 8601), where that is known. */
  readonly until: string | null;
  readonly remark: CommandRemark | null;
}

export interface DryRun {
  readonly items: readonly DryRunItem[];
  /**
   * Requests that the run needs of the bucket, one look per confirmation included, and how many are
   * there now.
   */
  readonly callsNeeded: number;
  readonly callsLeft: number;
  /** True where Smartcar cannot be reached: nothing can be sent. */
  readonly offline: boolean;
}

/**
 * Where a command stands at one vehicle. `sent`: on its way to Smartcar. `accepted`: Smartcar took it.
 * `confirmed`: the car itself shows it since. `unconfirmed`: accepted, but the car has not shown it in
 * the time that was waited for it.
 */
export type CommandStep =
  | 'waiting'
  | 'sent'
  | 'accepted'
  | 'confirmed'
  | 'unconfirmed'
  | 'failed'
  | 'cancelled'
  | 'skipped';

/**
 * Why a command failed. `offline`: it was sent and no answer came, so the car may have obeyed.
 * `not_sent`: Smartcar was out of reach before it was sent. The others as with readings.
 */
export type CommandProblemReason = ReadingProblemReason | 'not_sent' | 'tokens_unavailable';

export interface CommandProblem {
  readonly reason: CommandProblemReason;
  /** Smartcar's `TYPE:CODE`, or `null` where the answer did not come from it. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryAt: string | null;
}

/** A command at one vehicle. Times are ISO 8601. */
export interface CommandItem {
  readonly vehicleId: string;
  readonly step: CommandStep;
  readonly sentAt: string | null;
  readonly acceptedAt: string | null;
  /** The car's own time of the value that confirms it. */
  readonly confirmedAt: string | null;
  readonly problem: CommandProblem | null;
}

/** One command for one or many vehicles, as it goes on. */
export interface CommandRun {
  readonly id: string;
  readonly command: Command;
  /** The name under which the person is signed in to this computer. */
  readonly by: string;
  readonly startedAt: string;
  readonly items: readonly CommandItem[];
  /** Nothing is under way any more; confirmations may have been given up. */
  readonly isOver: boolean;
}

/** One entry of a vehicle's history of commands. */
export interface CommandRecord extends CommandItem {
  readonly runId: string;
  readonly command: Command;
  readonly by: string;
  readonly startedAt: string;
}

/** Why no run was started. */
export type CommandFailure = 'offline' | 'nobody_can' | 'already_running' | 'no_application';
