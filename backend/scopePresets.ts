/** A named set of permissions that a desktop offers with one click. */
export interface ScopePreset {
  /** Stays the same for ever; desktops translate by it. */
  readonly id: string;
  readonly name: string;
  /** Permissions as in Smartcar's documentation, without `required:`. */
  readonly scope: readonly string[];
}

const IDENTITY = ['read_vehicle_info', 'read_vin'];
const ENERGY = ['read_fuel', 'read_battery', 'read_charge'];
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
];
const COMMANDS = ['control_charge', 'control_security', 'control_navigation'];

/** Smallest first. The last two hold what the Vehicle API v2.0 serves for every make. */
export const SCOPE_PRESETS: readonly ScopePreset[] = [
  { id: 'mileage', name: 'Mileage', scope: [...IDENTITY, 'read_odometer'] },
  {
    id: 'location_and_energy',
    name: 'Location and energy',
    scope: [...IDENTITY, 'read_odometer', ...ENERGY, 'read_location'],
  },
  { id: 'readable', name: 'Everything readable', scope: READABLE },
  { id: 'with_commands', name: 'With commands', scope: [...READABLE, ...COMMANDS] },
];
