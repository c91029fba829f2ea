import type { Application } from '../../../contract/application.ts';
import {
  PERMISSION_PRESETS,
  PERMISSIONS,
  type Permission,
  type PermissionPreset,
  type RequestedPermission,
} from '../../../contract/permissions.ts';

/** How firmly a permission is asked for. The order is that of the switch, and of the space bar. */
export const LEVELS = ['off', 'optional', 'required'] as const;
export type Level = (typeof LEVELS)[number];

/** A row per permission, as the dialog shows them. */
export type Levels = Readonly<Record<Permission, Level>>;

function levelsBy(level: (permission: Permission) => Level): Levels {
  return Object.fromEntries(
    PERMISSIONS.map((permission) => [permission, level(permission)]),
  ) as Record<Permission, Level>;
}

/** What is asked for, as rows. */
export function levelsOf(requested: readonly RequestedPermission[]): Levels {
  const required = new Map(requested.map((one) => [one.permission, one.required]));
  return levelsBy((permission) => {
    const isRequired = required.get(permission);
    if (isRequired === undefined) return 'off';
    return isRequired ? 'required' : 'optional';
  });
}

/** The rows as they are asked for, in the order of the contract. */
export function requestedOf(levels: Levels): readonly RequestedPermission[] {
  return PERMISSIONS.filter((permission) => levels[permission] !== 'off').map((permission) => ({
    permission,
    required: levels[permission] === 'required',
  }));
}

export function requiredOf(levels: Levels): readonly Permission[] {
  return PERMISSIONS.filter((permission) => levels[permission] === 'required');
}

/** The application's own sets where its backend offers some, else ours. */
export function presetsFor(application: Application): readonly PermissionPreset[] {
  const exchange = application.kind === 'own' ? application.exchange : null;
  return exchange?.kind === 'backend' && exchange.presets.length > 0
    ? exchange.presets
    : PERMISSION_PRESETS;
}

/**
 * Asks for what is in the set and for nothing else. What was required stays so; make, model and year
 * become it, since they tell cars apart and every car has them.
 */
export function withPreset(levels: Levels, { permissions }: PermissionPreset): Levels {
  return levelsBy((permission) => {
    if (!permissions.includes(permission)) return 'off';
    const isRequired = levels[permission] === 'required' || permission === 'read_vehicle_info';
    return isRequired ? 'required' : 'optional';
  });
}

/** The set that the rows ask for, required or not; `null` for a choice of one's own. */
export function presetOf(
  levels: Levels,
  presets: readonly PermissionPreset[],
): PermissionPreset | null {
  const asked = requestedOf(levels);
  return (
    presets.find(
      ({ permissions }) =>
        new Set(permissions).size === asked.length &&
        asked.every(({ permission }) => permissions.includes(permission)),
    ) ?? null
  );
}
