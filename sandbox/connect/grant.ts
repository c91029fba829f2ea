import { TESLA_VIRTUAL_KEY_URL } from '../api/access.ts';
import type { Context } from '../context.ts';
import type { VehicleSource } from '../core/state.ts';
import { canGrant, needsVirtualKey } from '../fleet/capabilities.ts';
import { connect, findConnection, listConnections, register } from '../fleet/registry.ts';
import { makeVehicle } from '../fleet/vehicle.ts';
import { issueCode } from '../oauth/grants.ts';
import { faultRedirect, withParameters } from './outcome.ts';
import type { Candidate } from './pages.ts';
import type { ConnectRequest } from './request.ts';
import type { Account, ConnectSession } from './sessions.ts';

const APPROVALS_KEPT = 200;

/** The account's vehicles with the required permissions that each cannot give. */
export function candidatesOf(ctx: Context, account: Account, request: ConnectRequest): Candidate[] {
  return account.sources.map((source) => {
    const vehicle = makeVehicle(ctx.settings.seed, source);
    const lacking = request.scope
      .filter(({ permission, required }) => required && !canGrant(vehicle, permission))
      .map(({ permission }) => permission);
    return { vehicle, lacking };
  });
}

const scopeKey = (request: ConnectRequest) =>
  request.scope
    .map(({ permission }) => permission)
    .sort()
    .join(' ');

/**
 * Vehicles that this browser and user approved before for the same scope and that are still
 * connected: with `approval_prompt=auto` they need no new grant. Undefined when there are none.
 */
export function approvedBefore(
  ctx: Context,
  session: ConnectSession,
  account: Account,
  request: ConnectRequest,
): VehicleSource[] | undefined {
  if (request.forcePrompt) return undefined;
  const approval = ctx.store.state.approvals.find(
    (one) =>
      one.browser === session.browser &&
      one.userId === account.userId &&
      one.scope === scopeKey(request),
  );
  const chosen = account.sources.filter((source) => {
    const { id } = makeVehicle(ctx.settings.seed, source);
    const isConnected = findConnection(ctx, account.userId, id) !== undefined;
    return isConnected && approval?.vehicleIds.includes(id) === true;
  });
  const fits = request.singleSelect ? chosen.length === 1 : chosen.length > 0;
  return fits ? chosen : undefined;
}

function remember(
  ctx: Context,
  session: ConnectSession,
  account: Account,
  request: ConnectRequest,
  vehicleIds: string[],
): void {
  const { state } = ctx.store;
  const { browser } = session;
  const { userId } = account;
  const scope = scopeKey(request);
  const others = state.approvals.filter(
    (one) => one.browser !== browser || one.userId !== userId || one.scope !== scope,
  );
  state.approvals = [...others, { browser, userId, scope, vehicleIds }].slice(-APPROVALS_KEPT);
}

function externalIdOf(ctx: Context, userId: string, request: ConnectRequest): string | null {
  if (request.externalId !== undefined) return request.externalId;
  return (
    listConnections(ctx, { userId }).find((one) => one.externalId !== null)?.externalId ?? null
  );
}

/**
 * Connects the chosen vehicles and gives the address that Connect ends at: the redirect with a
 * code, or undefined when the opener is told without one (`app_origin`). Each vehicle is granted
 * what it can do of the requested permissions ("Permissions" in Smartcar's docs), but for optional
 * ones that a fault declines.
 */
export function finish(
  ctx: Context,
  session: ConnectSession,
  request: ConnectRequest,
  account: Account,
  chosen: readonly VehicleSource[],
): string | undefined {
  const fault = ctx.faults.take('connect-error');
  if (fault) return faultRedirect(request, fault);
  const declined = ctx.faults.take('decline-permission')?.permissions ?? [];
  const asked = request.scope.filter(
    ({ permission, required }) => required || !declined.includes(permission),
  );
  const { userId, apiError } = account;
  const vehicles = chosen.map((source) => register(ctx, source));
  const vehicleIds = vehicles.map(({ id }) => id);
  const externalId = externalIdOf(ctx, userId, request);
  for (const vehicle of vehicles) {
    connect(ctx, {
      userId,
      vehicleId: vehicle.id,
      permissions: asked
        .map(({ permission }) => permission)
        .filter((permission) => canGrant(vehicle, permission)),
      mode: request.mode,
      connectedAt: ctx.clock.now(),
      externalId,
      apiError,
      webhooks: [],
    });
  }
  remember(ctx, session, account, request, vehicleIds);
  const permissions = request.scope.map(({ permission }) => permission);
  const needsKey = vehicles.some((vehicle) => needsVirtualKey(vehicle, permissions));
  if (request.responseType === 'none' && request.appOrigin && !request.redirectUriSent) {
    return undefined;
  }
  const { redirectUri, redirectUriSent } = request;
  return withParameters(redirectUri, {
    code:
      request.responseType === 'code'
        ? issueCode(ctx, { userId, vehicleIds, redirectUri, redirectUriSent })
        : undefined,
    state: request.state,
    user_id: userId,
    external_id: externalId ?? undefined,
    virtual_key_url: needsKey ? TESLA_VIRTUAL_KEY_URL : undefined,
  });
}

/**
 * Renews the login of a vehicle that is connected already ("Re-authentication" in Smartcar's docs).
 * `refused` when the account is not the one it is connected with; no code is issued.
 */
export function reauthenticate(
  ctx: Context,
  request: ConnectRequest,
  userId: string,
): { redirect: string | undefined } | 'refused' {
  const vehicleId = request.vehicleId ?? '';
  const connection = findConnection(ctx, userId, vehicleId);
  if (!connection) return 'refused';
  const fault = ctx.faults.take('connect-error');
  if (fault) return { redirect: faultRedirect(request, fault) };
  if (connection.apiError?.startsWith('CONNECTED_SERVICES_ACCOUNT')) connection.apiError = null;
  if (request.externalId !== undefined) connection.externalId = request.externalId;
  ctx.store.changed();
  if (!request.redirectUriSent) return { redirect: undefined };
  const redirect = withParameters(request.redirectUri, {
    vehicle_id: vehicleId,
    state: request.state,
    external_id: connection.externalId ?? undefined,
  });
  return { redirect };
}
