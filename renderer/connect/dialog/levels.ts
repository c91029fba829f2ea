import type { Application } from '../../../contract/application.ts';
import type { OwnPreset } from '../../../contract/ownPresets.ts';
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

/** The backend's sets where it offers some, else ours; and those that people made themselves. */
export function presetsFor(
  application: Application,
  own: readonly OwnPreset[],
): readonly PermissionPreset[] {
  const exchange = application.kind === 'own' ? application.exchange : null;
  const given =
    exchange?.kind === 'backend' && exchange.presets.length > 0
      ? exchange.presets
      : PERMISSION_PRESETS;
  return [...given, ...own];
}

/**
 * Asks for what is in the set and for nothing else. What was required stays so; make, model and year
 * become it, since they tell cars apart and every car has them. A set that says what it requires is taken
 * at its word.
 */
export function withPreset(levels: Levels, { permissions, required }: PermissionPreset): Levels {
  return levelsBy((permission) => {
    if (!permissions.includes(permission)) return 'off';
    if (required) return required.includes(permission) ? 'required' : 'optional';
    const isRequired = levels[permission] === 'required' || permission === 'read_vehicle_info';
    return isRequired ? 'required' : 'optional';
  });
}

/**
 * The set that the rows ask for, required or not unless the set says so; `null` for a choice of one's own.
 */
export function presetOf(
  levels: Levels,
  presets: readonly PermissionPreset[],
): PermissionPreset | null {
  const asked = requestedOf(levels);
  const isMeant = ({ permissions, required: wanted }: PermissionPreset) =>
    new Set(permissions).size === asked.length &&
    asked.every(
      ({ permission, required }) =>
        permissions.includes(permission) && (!wanted || wanted.includes(permission) === required),
    );
  return presets.find(isMeant) ?? null;
}
