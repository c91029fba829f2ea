import {
  isBrandSpecific,
  PERMISSIONS,
  type Permission,
  type RequestedPermission,
} from '../../contract/permissions.ts';

/**
 * The permissions that a check asks about: what most cars know, and what is asked for beyond that. So
 * a change of mind among the usual ones needs no new check. `null` asks for what Smartcar's dashboard
 * says, which Motorpool does not know.
 */
export function permissionsToCheck(
  asked: readonly RequestedPermission[] | null,
): readonly Permission[] {
  const named = new Set((asked ?? []).map(({ permission }) => permission));
  return PERMISSIONS.filter((permission) => !isBrandSpecific(permission) || named.has(permission));
}

/** What a report says of the permissions that matter: those asked for, or all where nobody knows. */
export function amongAsked(
  names: readonly string[],
  asked: readonly RequestedPermission[] | null,
): readonly Permission[] {
  return PERMISSIONS.filter(
    (permission) =>
      names.includes(permission) &&
      (asked === null || asked.some((one) => one.permission === permission)),
  );
}
