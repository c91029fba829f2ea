/**
 * Smartcar's permission names that Motorpool asks for or uses, spelled as Smartcar spells them.
 * Source: Smartcar documentation, API reference, "Permissions".
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
] as const;

export type Permission = (typeof PERMISSIONS)[number];
