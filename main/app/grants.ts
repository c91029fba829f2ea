import type { GrantState, PermissionGrant, VehicleGrants } from '../../contract/connect.ts';
import type { RequestedPermission } from '../../contract/permissions.ts';
import { DEFAULT_COUNTRY } from '../connect/failingPermissions.ts';
import {
  type Compatibility,
  ExchangeError,
  type TokenExchange,
} from '../exchange/tokenExchange.ts';
import type { Learned } from '../fleet/learn.ts';
import { runLimited } from '../fleet/runLimited.ts';

/** Looking up why is a courtesy: it must not hold up the outcome of a big grant. */
const LIMIT_MS = 8_000;
const MOST_LOOKUPS = 10;
const CONCURRENCY = 4;

function stateOf(
  permission: string,
  { permissions }: Learned,
  compatibility: Compatibility | undefined,
): GrantState {
  if (permissions.includes(permission)) return 'granted';
  const endpoints = compatibility?.capabilities.filter((one) => one.permission === permission);
  if (!endpoints || endpoints.length === 0) return 'not_granted';
  return endpoints.some(({ capable }) => capable) ? 'declined' : 'not_capable';
}

/**
 * What became of each permission that was asked for, per vehicle. For what was not given, Smartcar's
 * compatibility check tells a car that cannot from an owner who declined.
 */
export async function grantsOf(
  asked: readonly RequestedPermission[],
  learned: ReadonlyMap<string, Learned>,
  exchange: Pick<TokenExchange, 'compatibility'>,
  country: string | null,
): Promise<readonly VehicleGrants[]> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const missing = ({ permissions }: Learned) =>
    asked.map(({ permission }) => permission).filter((name) => !permissions.includes(name));
  const checks = new Map<string, Compatibility>();
  const doubtful = [...learned].filter(([, one]) => one.vin !== null && missing(one).length > 0);

  await runLimited(CONCURRENCY, doubtful.slice(0, MOST_LOOKUPS), async ([id, one]) => {
    const query = {
      vin: one.vin ?? '',
      permissions: missing(one),
      country: country ?? DEFAULT_COUNTRY,
    };
    try {
      checks.set(id, await exchange.compatibility(query, signal));
    } catch (error) {
      const isExpected = error instanceof ExchangeError || error instanceof DOMException;
      if (!isExpected) throw error;
    }
  });

  return [...learned].map(([vehicleId, one]) => ({
    vehicleId,
    permissions: asked.map(
      ({ permission, required }): PermissionGrant => ({
        permission,
        required,
        state: stateOf(permission, one, checks.get(vehicleId)),
      }),
    ),
  }));
}
