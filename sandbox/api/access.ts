import type { Context } from '../context.ts';
import type { Connection } from '../core/state.ts';
import { ENDPOINTS, type Endpoint, incapability } from '../fleet/capabilities.ts';
import { findConnection, findVehicle, type KnownVehicle } from '../fleet/registry.ts';
import { findAccess } from '../oauth/grants.ts';
import { ApiError, type ErrorExtras } from './errors.ts';
import { isStatic } from './reads.ts';

export const TESLA_VIRTUAL_KEY_URL = 'https://www.tesla.com/_ak/smartcar.com';
const VEHICLE_RETRY_SECONDS = 120;

/** Whom a bearer token stands for. */
export type Caller = { userId: string; vehicleIds: readonly string[] };

/** A vehicle that the caller may ask for. */
export type Opened = KnownVehicle & { connection: Connection };

/** Reads a bearer token (RFC 6750); undefined when the header holds none. */
function readBearer(header: string | undefined): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1];
}

/** Identifies the caller. Throws AUTHENTICATION for a missing, unknown or expired token. */
export function authenticate(ctx: Context, header: string | undefined): Caller {
  const token = readBearer(header);
  const caller = token === undefined ? undefined : findAccess(ctx, token);
  if (!caller) throw new ApiError('AUTHENTICATION');
  return caller;
}

/**
 * Opens a vehicle for a caller. Throws RESOURCE_NOT_FOUND:PATH for an id that was never connected,
 * PERMISSION when it is not connected now, AUTHENTICATION when the token is not for it.
 */
export function openVehicle(ctx: Context, caller: Caller, vehicleId: string): Opened {
  const known = findVehicle(ctx, vehicleId);
  if (!known) throw new ApiError('RESOURCE_NOT_FOUND:PATH');
  const connection = findConnection(ctx, caller.userId, vehicleId);
  if (!connection) throw new ApiError('PERMISSION');
  if (!caller.vehicleIds.includes(vehicleId)) throw new ApiError('AUTHENTICATION');
  return { ...known, connection };
}

function extrasOf(ctx: Context, name: string, vehicleId: string): ErrorExtras {
  switch (name) {
    case 'RATE_LIMIT:VEHICLE':
      return { retryAfter: VEHICLE_RETRY_SECONDS };
    case 'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED':
      return { url: TESLA_VIRTUAL_KEY_URL };
    case 'SERVER:MULTIPLE_RECORDS_FOUND':
      return { detail: [{ capacities: [60, 77] }] };
    case 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED': {
      const query = new URLSearchParams({
        client_id: ctx.application.clientId,
        response_type: 'vehicle_id',
        vehicle_id: vehicleId,
      });
      return { url: `${ctx.origins.connect}/oauth/reauthenticate?${query}` };
    }
    default:
      return {};
  }
}

/** An API error with what its kind carries besides the table's row. */
function vehicleError(ctx: Context, name: string, vehicleId: string): ApiError {
  return new ApiError(name, extrasOf(ctx, name, vehicleId));
}

/** Throws the API error that a switched-on fault asks for. */
export function meetFault(ctx: Context, method: string, path: string, vehicleId?: string): void {
  const target = vehicleId === undefined ? { method, path } : { method, path, vehicleId };
  const fault = ctx.faults.take('api-error', target);
  if (!fault) return;
  const extras = extrasOf(ctx, fault.error, vehicleId ?? '');
  const { retryAfter } = fault;
  throw new ApiError(fault.error, retryAfter === undefined ? extras : { ...extras, retryAfter });
}

function meetQuota(ctx: Context, vehicleId: string): void {
  const { vehicleQuota } = ctx.settings;
  if (vehicleQuota === undefined) return;
  const ids = [...new Set(ctx.store.state.connections.map((one) => one.vehicleId))];
  if (ids.indexOf(vehicleId) >= vehicleQuota) throw new ApiError('BILLING:VEHICLE_LIMIT');
}

/** The endpoint of this method and path. Throws RESOURCE_NOT_FOUND:PATH. */
export function findEndpoint(method: Endpoint['method'], path: string): Endpoint {
  const endpoint = ENDPOINTS.find((one) => one.method === method && one.path === path);
  if (!endpoint) throw new ApiError('RESOURCE_NOT_FOUND:PATH');
  return endpoint;
}

/**
 * Checks everything that can keep a vehicle from answering: permission, plan and rate limits,
 * faults, the owner's account, capability, and sleep, in this order.
 */
export function reachVehicle(ctx: Context, opened: Opened, endpoint: Endpoint): void {
  const { vehicle, connection } = opened;
  if (!connection.permissions.includes(endpoint.permission)) throw new ApiError('PERMISSION');
  meetQuota(ctx, vehicle.id);
  ctx.limits.countVehicle(vehicle.id);
  meetFault(ctx, endpoint.method, endpoint.path, vehicle.id);
  const needsCar = endpoint.method === 'POST' || !isStatic(endpoint.path);
  if (needsCar && connection.apiError !== null) {
    throw vehicleError(ctx, connection.apiError, vehicle.id);
  }
  const reason = incapability(vehicle, endpoint);
  if (reason !== null) throw new ApiError(`COMPATIBILITY:${reason}`);
  if (needsCar && vehicle.condition === 'asleep') throw new ApiError('VEHICLE_STATE:ASLEEP');
}
