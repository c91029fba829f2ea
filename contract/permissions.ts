/**
 * All of Smartcar's permission names, spelled as Smartcar spells them, in the order in which screens
 * list them. Source: Smartcar documentation, API reference, "Permissions".
 */
export const PERMISSIONS = [
  'read_vehicle_info',
  'read_vin',
  'read_odometer',
  'read_fuel',
  'read_battery',
  'read_charge',
  'read_location',
  'read_engine_oil',
  'read_tires',
  'read_security',
  'read_diagnostics',
  'read_service_history',
  'read_extended_vehicle_info',
  'read_alerts',
  'read_charge_locations',
  'read_charge_records',
  'read_charge_events',
  'read_climate',
  'read_compass',
  'read_speedometer',
  'read_thermometer',
  'read_user_profile',
  'control_charge',
  'control_security',
  'control_navigation',
  'control_climate',
  'control_pin',
  'control_trunk',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** `command` permissions change something at the car; the others only read. */
export type PermissionGroup = 'data' | 'command';

export function permissionGroup(permission: Permission): PermissionGroup {
  return permission.startsWith('control_') ? 'command' : 'data';
}

/** Served by paths of single brands only, so most cars cannot give them. */
const BRAND_SPECIFIC: ReadonlySet<Permission> = new Set<Permission>([
  'read_extended_vehicle_info',
  'read_alerts',
  'read_charge_locations',
  'read_charge_records',
  'read_charge_events',
  'read_climate',
  'read_compass',
  'read_speedometer',
  'read_thermometer',
  'read_user_profile',
  'control_climate',
  'control_pin',
  'control_trunk',
]);

/** Whether only cars of some brands know this permission. */
export function isBrandSpecific(permission: Permission): boolean {
  return BRAND_SPECIFIC.has(permission);
}

export function isPermission(name: string): name is Permission {
  return (PERMISSIONS as readonly string[]).includes(name);
}

/** A permission as it is asked for: `required` keeps cars out that cannot give it. */
export interface RequestedPermission {
  readonly permission: Permission;
  readonly required: boolean;
}

/** A named set of permissions that is chosen with one click. */
export interface PermissionPreset {
  /** Ours are translated by it; a backend's own carry their `name`. */
  readonly id: string;
  readonly name: string | null;
  readonly permissions: readonly Permission[];
  /** Which of them keep cars out that cannot give them; without it, that is as it was before. */
  readonly required?: readonly Permission[];
}

const IDENTITY = ['read_vehicle_info', 'read_vin'] as const;
const ENERGY = ['read_fuel', 'read_battery', 'read_charge'] as const;
const READABLE = [
  ...IDENTITY,
  'read_odometer',
  ...ENERGY,
  'read_location',
  'read_engine_oil',
  'read_tires',
  'read_security',
  'read_diagnostics',
  'read_service_history',
] as const;

/** Smallest first; the last two hold what API v2.0 serves for every brand. */
export const PERMISSION_PRESETS: readonly PermissionPreset[] = [
  { id: 'mileage', name: null, permissions: [...IDENTITY, 'read_odometer'] },
  {
    id: 'location_and_energy',
    name: null,
    permissions: [...IDENTITY, 'read_odometer', ...ENERGY, 'read_location'],
  },
  { id: 'readable', name: null, permissions: READABLE },
  {
    id: 'with_commands',
    name: null,
    permissions: [...READABLE, 'control_charge', 'control_security', 'control_navigation'],
  },
];
