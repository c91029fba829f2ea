import type { Permission } from '../../../contract/permissions.ts';

/** Cars that share what they lack. Each has its words in the catalogue. */
export type CarsThatLack =
  | 'vin'
  | 'odometer'
  | 'fuelTank'
  | 'tractionBattery'
  | 'location'
  | 'engine'
  | 'tires'
  | 'security'
  | 'diagnostics'
  | 'serviceHistory'
  | 'remoteCharge'
  | 'remoteLock'
  | 'destination'
  | 'mostBrands';

/** What a car lacks that cannot give a permission; `null` where every car can. */
const LACKING: Readonly<Record<Permission, CarsThatLack | null>> = {
  read_vehicle_info: null,
  read_vin: 'vin',
  read_odometer: 'odometer',
  read_fuel: 'fuelTank',
  read_battery: 'tractionBattery',
  read_charge: 'tractionBattery',
  read_location: 'location',
  read_engine_oil: 'engine',
  read_tires: 'tires',
  read_security: 'security',
  read_diagnostics: 'diagnostics',
  read_service_history: 'serviceHistory',
  read_extended_vehicle_info: 'mostBrands',
  read_alerts: 'mostBrands',
  read_charge_locations: 'mostBrands',
  read_charge_records: 'mostBrands',
  read_charge_events: 'mostBrands',
  read_climate: 'mostBrands',
  read_compass: 'mostBrands',
  read_speedometer: 'mostBrands',
  read_thermometer: 'mostBrands',
  read_user_profile: 'mostBrands',
  control_charge: 'remoteCharge',
  control_security: 'remoteLock',
  control_navigation: 'destination',
  control_climate: 'mostBrands',
  control_pin: 'mostBrands',
  control_trunk: 'mostBrands',
};

const BY_COMBUSTION: ReadonlySet<CarsThatLack> = new Set<CarsThatLack>(['fuelTank', 'engine']);
const BY_BATTERY: ReadonlySet<CarsThatLack> = new Set<CarsThatLack>(['tractionBattery']);

/** Who is kept out by what is required. */
export type CannotFinish =
  /** Every car can finish. */
  | { readonly kind: 'nobody' }
  /** These cars cannot, because of these permissions. */
  | {
      readonly kind: 'some';
      readonly cars: readonly CarsThatLack[];
      readonly permissions: readonly Permission[];
    }
  /** Tank and battery both: only plug-in hybrids are left, and of those not `cars`. */
  | {
      readonly kind: 'all_but_hybrids';
      readonly combustionAndBattery: readonly Permission[];
      readonly cars: readonly CarsThatLack[];
      readonly permissions: readonly Permission[];
    }
  /** Too many conditions for a list of cars: they must have all of this. */
  | { readonly kind: 'many'; readonly permissions: readonly Permission[] };

/** A list of more kinds of cars than these is not read any more. */
const MOST_KINDS = 3;

/** Works out from what is required which cars cannot finish Connect. */
export function whoCannotFinish(required: readonly Permission[]): CannotFinish {
  const excluding = required.filter((permission) => LACKING[permission] !== null);
  const kindsOf = (permissions: readonly Permission[]) => [
    ...new Set(permissions.flatMap((permission) => LACKING[permission] ?? [])),
  ];
  const lacks = (kinds: ReadonlySet<CarsThatLack>) => (permission: Permission) => {
    const lacking = LACKING[permission];
    return lacking !== null && kinds.has(lacking);
  };
  const combustion = excluding.filter(lacks(BY_COMBUSTION));
  const battery = excluding.filter(lacks(BY_BATTERY));
  const others = excluding.filter(
    (permission) => !combustion.includes(permission) && !battery.includes(permission),
  );

  if (excluding.length === 0) return { kind: 'nobody' };
  const isHybridOnly = combustion.length > 0 && battery.length > 0;
  const listed = isHybridOnly ? others : excluding;
  const cars = kindsOf(listed);
  if (cars.length > MOST_KINDS) return { kind: 'many', permissions: excluding };
  if (!isHybridOnly) return { kind: 'some', cars, permissions: listed };
  return {
    kind: 'all_but_hybrids',
    combustionAndBattery: [...combustion, ...battery],
    cars,
    permissions: listed,
  };
}
