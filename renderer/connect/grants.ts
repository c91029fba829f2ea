import type { GrantState, PermissionGrant, VehicleGrants } from '../../contract/connect.ts';
import type { Permission } from '../../contract/permissions.ts';

/** Cars that gave the same answer to everything that was asked. */
export interface GrantGroup {
  readonly vehicleIds: readonly string[];
  /** What is missing stands first. */
  readonly permissions: readonly PermissionGrant[];
}

const ORDER: Readonly<Record<GrantState, number>> = {
  declined: 0,
  not_granted: 1,
  not_capable: 2,
  granted: 3,
};

function answerOf({ permissions }: VehicleGrants): string {
  return permissions.map(({ permission, state }) => `${permission}:${state}`).join(' ');
}

/** Puts cars with the same answers together, so that twelve alike are one table and not twelve. */
export function groupGrants(grants: readonly VehicleGrants[]): readonly GrantGroup[] {
  const groups = new Map<string, VehicleGrants[]>();
  for (const one of grants) {
    const alike = groups.get(answerOf(one));
    if (alike) alike.push(one);
    else groups.set(answerOf(one), [one]);
  }
  return [...groups.values()].map((alike) => ({
    vehicleIds: alike.map(({ vehicleId }) => vehicleId),
    permissions: (alike[0]?.permissions ?? []).toSorted((a, b) => ORDER[a.state] - ORDER[b.state]),
  }));
}

export function countGranted(permissions: readonly PermissionGrant[]): number {
  return permissions.filter(({ state }) => state === 'granted').length;
}

/** Whether asking once more may change anything: a car that cannot will not be able to then. */
export function mayStillBeGranted(grants: readonly VehicleGrants[]): boolean {
  return grants.some(({ permissions }) =>
    permissions.some(({ state }) => state === 'declined' || state === 'not_granted'),
  );
}

/** What at least one of the cars was not given, each once. */
export function missingPermissions(grants: readonly VehicleGrants[]): readonly Permission[] {
  const missing = grants.flatMap(({ permissions }) =>
    permissions.filter(({ state }) => state !== 'granted'),
  );
  return [...new Set(missing.map(({ permission }) => permission))];
}
