import * as z from 'zod';
import type { Context } from '../context.ts';
import { isGeneralMotors } from '../fleet/capabilities.ts';
import { chargingOf, isMoving } from '../fleet/motion.ts';
import type { KnownVehicle } from '../fleet/registry.ts';
import { ApiError } from './errors.ts';

/** What every accepted command answers. */
export type CommandResult = { status: 'success'; message: string };

const GM_LOWEST_LEVEL = 0.5;

const Lock = z.object({ action: z.enum(['LOCK', 'UNLOCK']) });
const Charge = z.object({ action: z.enum(['START', 'STOP']) });
// Smartcar's own Node SDK sends the limit as a string.
const Limit = z.object({ limit: z.union([z.number(), z.string().regex(/^\d*\.?\d+$/)]) });
const Destination = z.object({ latitude: z.number(), longitude: z.number() });

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') || 'body';
  throw new ApiError('VALIDATION', { description: `The request is malformed: ${field}.` });
}

function outOfRange(name: string): ApiError {
  return new ApiError('VALIDATION:PARAMETER', { description: `${name} is out of range.` });
}

/** `showsAt` is when the car carries it out. */
type Command = (ctx: Context, known: KnownVehicle, body: unknown, showsAt: number) => void;

const lock: Command = (ctx, { vehicle, changes }, body, showsAt) => {
  const { action } = parse(Lock, body);
  if (isMoving(vehicle, ctx.clock.now())) throw new ApiError('VEHICLE_STATE:IN_MOTION');
  changes.lock = { at: showsAt, locked: action === 'LOCK' };
};

const charge: Command = (ctx, { vehicle, changes }, body, showsAt) => {
  const { action } = parse(Charge, body);
  const at = ctx.clock.now();
  const { level, isPluggedIn, state } = chargingOf(vehicle, changes, at);
  if (!isPluggedIn) throw new ApiError('VEHICLE_STATE:CHARGING_PLUG_NOT_CONNECTED');
  if (isGeneralMotors(vehicle.make) && level < GM_LOWEST_LEVEL) {
    throw new ApiError('VEHICLE_STATE:LOW_BATTERY');
  }
  if (action === 'STOP') {
    if (vehicle.make === 'NISSAN') throw new ApiError('COMPATIBILITY:SMARTCAR_NOT_CAPABLE');
    if (state !== 'CHARGING') throw new ApiError('VEHICLE_STATE:NOT_CHARGING');
    changes.charge = { at: showsAt, level, mode: 'STOPPED' };
    return;
  }
  if (state === 'FULLY_CHARGED') throw new ApiError('VEHICLE_STATE:FULLY_CHARGED');
  if (state !== 'CHARGING') changes.charge = { at: showsAt, level, mode: 'CHARGING' };
};

const setLimit: Command = (ctx, { vehicle, changes }, body) => {
  const limit = Number(parse(Limit, body).limit);
  if (!(limit >= 0.5 && limit <= 1)) throw outOfRange('limit');
  const at = ctx.clock.now();
  const { level, isPluggedIn, state } = chargingOf(vehicle, changes, at);
  changes.limit = limit;
  // Without this the level would jump to what the routine gives for the new limit.
  if (isPluggedIn) {
    const stopped = state === 'NOT_CHARGING' || level >= limit;
    changes.charge = { at, level, mode: stopped ? 'STOPPED' : 'CHARGING' };
  }
};

const navigate: Command = (ctx, { changes }, body) => {
  const { latitude, longitude } = parse(Destination, body);
  if (Math.abs(latitude) > 90) throw outOfRange('latitude');
  if (Math.abs(longitude) > 180) throw outOfRange('longitude');
  changes.destination = { at: ctx.clock.now(), latitude, longitude };
};

const COMMANDS: Readonly<Record<string, Command>> = {
  '/security': lock,
  '/charge': charge,
  '/charge/limit': setLimit,
  '/navigation/destination': navigate,
};

/** Carries out one command ("Commands" in Smartcar's v2.0 API reference) and records its effect. */
export function performCommand(
  ctx: Context,
  known: KnownVehicle,
  path: string,
  body: unknown,
): CommandResult {
  const command = COMMANDS[path];
  if (!command) throw new ApiError('RESOURCE_NOT_FOUND:PATH');
  const vehicleId = known.vehicle.id;
  const lag = ctx.faults.take('command-lag', { path, method: 'POST', vehicleId });
  const showsAt = ctx.clock.now() + (lag?.ms ?? 0);
  command(ctx, known, body, showsAt);
  known.changes.commandAt = showsAt;
  ctx.store.changed();
  return { status: 'success', message: 'Successfully sent request to vehicle' };
}
