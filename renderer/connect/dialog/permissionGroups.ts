import {
  isBrandSpecific,
  PERMISSIONS,
  type Permission,
  permissionGroup,
} from '../../../contract/permissions.ts';

type GroupName = 'data' | 'command' | 'someBrands';

function groupOf(permission: Permission): GroupName {
  return isBrandSpecific(permission) ? 'someBrands' : permissionGroup(permission);
}

export interface PermissionGroupRows {
  readonly name: GroupName;
  readonly permissions: readonly Permission[];
}

const NAMES: readonly GroupName[] = ['data', 'command', 'someBrands'];

/** The rows in the order in which they are read: what most cars have comes first. */
export const PERMISSION_GROUPS: readonly PermissionGroupRows[] = NAMES.map((name) => ({
  name,
  permissions: PERMISSIONS.filter((permission) => groupOf(permission) === name),
}));
