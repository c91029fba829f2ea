import type { Context } from '../context.ts';
import type { Connection, VehicleChanges, VehicleSource } from '../core/state.ts';
import { makeVehicle, type Vehicle } from './vehicle.ts';

/** A connected vehicle as requests see it. */
export type KnownVehicle = { vehicle: Vehicle; changes: VehicleChanges };

/** Makes a vehicle known under its id, so that a restart finds it again. */
export function register(ctx: Context, source: VehicleSource): Vehicle {
  const vehicle = makeVehicle(ctx.settings.seed, source);
  ctx.store.state.vehicles[vehicle.id] ??= { source, changes: {} };
  return vehicle;
}

/** The vehicle of this id; undefined when it was never connected. */
export function findVehicle(ctx: Context, id: string): KnownVehicle | undefined {
  const record = ctx.store.state.vehicles[id];
  if (!record) return undefined;
  return { vehicle: makeVehicle(ctx.settings.seed, record.source), changes: record.changes };
}

/** The connection between a user and a vehicle. */
export function findConnection(
  ctx: Context,
  userId: string,
  vehicleId: string,
): Connection | undefined {
  return ctx.store.state.connections.find(
    (one) => one.userId === userId && one.vehicleId === vehicleId,
  );
}

type ConnectionFilter = { userId?: string | undefined; vehicleId?: string | undefined };

/** Connections of a user, of a vehicle, or all, oldest first. */
export function listConnections(
  ctx: Context,
  { userId, vehicleId }: ConnectionFilter,
): Connection[] {
  return ctx.store.state.connections.filter(
    (one) =>
      (userId === undefined || one.userId === userId) &&
      (vehicleId === undefined || one.vehicleId === vehicleId),
  );
}

/** Connects a vehicle, or replaces what an earlier run of the same user granted. */
export function connect(ctx: Context, connection: Connection): void {
  const { state } = ctx.store;
  const earlier = findConnection(ctx, connection.userId, connection.vehicleId);
  if (earlier) Object.assign(earlier, connection, { webhooks: earlier.webhooks });
  else state.connections.push(connection);
  ctx.store.changed();
}

/** Removes connections; tokens of the same user lose the vehicle. */
export function disconnect(ctx: Context, gone: readonly Connection[]): void {
  const { state } = ctx.store;
  state.connections = state.connections.filter((one) => !gone.includes(one));
  for (const { userId, vehicleId } of gone) {
    for (const grant of Object.values(state.grants)) {
      if (grant.userId !== userId) continue;
      grant.vehicleIds = grant.vehicleIds.filter((id) => id !== vehicleId);
    }
  }
  ctx.store.changed();
}
