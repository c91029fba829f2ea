import { PERMISSIONS } from '../api/permissions.ts';
import type { Vehicle } from './vehicle.ts';

export type Incapability = 'VEHICLE_NOT_CAPABLE' | 'SMARTCAR_NOT_CAPABLE';

/** An endpoint of the Vehicle API v2.0, its path below `/vehicles/{id}`. */
export type Endpoint = {
  method: 'GET' | 'POST';
  path: string;
  permission: string;
  /** The name the compatibility matrix shows. */
  name: string;
};

/** Every endpoint that needs a permission ("All vehicles" section of Smartcar's API reference). */
export const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', path: '/', permission: 'read_vehicle_info', name: 'Vehicle info' },
  { method: 'GET', path: '/vin', permission: 'read_vin', name: 'VIN' },
  { method: 'GET', path: '/odometer', permission: 'read_odometer', name: 'Odometer' },
  { method: 'GET', path: '/fuel', permission: 'read_fuel', name: 'Fuel tank' },
  { method: 'GET', path: '/battery', permission: 'read_battery', name: 'EV battery' },
  {
    method: 'GET',
    path: '/battery/capacity',
    permission: 'read_battery',
    name: 'EV battery capacity',
  },
  {
    method: 'GET',
    path: '/battery/nominal_capacity',
    permission: 'read_battery',
    name: 'EV battery nominal capacity',
  },
  { method: 'GET', path: '/charge', permission: 'read_charge', name: 'EV charging status' },
  { method: 'GET', path: '/charge/limit', permission: 'read_charge', name: 'EV charge limit' },
  { method: 'POST', path: '/charge', permission: 'control_charge', name: 'EV start & stop charge' },
  {
    method: 'POST',
    path: '/charge/limit',
    permission: 'control_charge',
    name: 'EV set charge limit',
  },
  { method: 'GET', path: '/location', permission: 'read_location', name: 'Location' },
  { method: 'GET', path: '/engine/oil', permission: 'read_engine_oil', name: 'Engine oil life' },
  { method: 'GET', path: '/tires/pressure', permission: 'read_tires', name: 'Tire pressure' },
  { method: 'GET', path: '/security', permission: 'read_security', name: 'Lock status' },
  { method: 'POST', path: '/security', permission: 'control_security', name: 'Lock & unlock' },
  {
    method: 'GET',
    path: '/diagnostics/system_status',
    permission: 'read_diagnostics',
    name: 'System status',
  },
  {
    method: 'GET',
    path: '/diagnostics/dtcs',
    permission: 'read_diagnostics',
    name: 'Diagnostic trouble codes',
  },
  {
    method: 'GET',
    path: '/service/history',
    permission: 'read_service_history',
    name: 'Service history',
  },
  {
    method: 'POST',
    path: '/navigation/destination',
    permission: 'control_navigation',
    name: 'Navigation destination',
  },
];

const GM = ['CHEVROLET', 'GMC', 'CADILLAC', 'BUICK'];
const FCA = ['CHRYSLER', 'DODGE', 'JEEP', 'RAM', 'FIAT', 'ALFA_ROMEO'];
const SERVICE_HISTORY = ['FORD', 'LINCOLN', 'TOYOTA', 'LEXUS', 'MAZDA'];
const NAVIGATION = ['TESLA', 'VOLKSWAGEN', 'BMW', 'MERCEDES_BENZ', 'KIA', 'HYUNDAI', 'FORD'];
const CHARGE_LIMIT = ['TESLA', 'VOLKSWAGEN', 'BMW', 'AUDI', 'SKODA', 'CUPRA', 'KIA', 'HYUNDAI'];
const TESLA_ONLY = ['read_charge_locations', 'read_charge_records', 'control_pin'];
const TESLA_AND_SOME = [
  'read_climate',
  'control_climate',
  'read_compass',
  'read_speedometer',
  'read_thermometer',
  'read_extended_vehicle_info',
  'read_user_profile',
  'read_alerts',
  'control_trunk',
];

export function isGeneralMotors(make: string): boolean {
  return GM.includes(make);
}

function physicallyMissing(vehicle: Vehicle, path: string): boolean {
  const { powertrain } = vehicle;
  if (path === '/fuel') return powertrain === 'BEV';
  if (path === '/engine/oil') return powertrain === 'BEV';
  if (path.startsWith('/battery') || path.startsWith('/charge')) {
    return powertrain === 'ICE' || powertrain === 'HEV';
  }
  return false;
}

function brandLacks(vehicle: Vehicle, { method, path }: Endpoint): boolean {
  const { make, region } = vehicle;
  switch (path) {
    case '/battery/nominal_capacity':
      return region === 'CA';
    case '/charge/limit':
      return !CHARGE_LIMIT.includes(make);
    case '/diagnostics/system_status':
    case '/diagnostics/dtcs':
      return ![...GM, ...FCA].includes(make);
    case '/service/history':
      return !SERVICE_HISTORY.includes(make) && !(make === 'VOLKSWAGEN' && region === 'US');
    case '/navigation/destination':
      return !NAVIGATION.includes(make);
    case '/security':
      return method === 'POST' && vehicle.year < 2017;
    default:
      return false;
  }
}

/** Why a vehicle cannot serve an endpoint, or null if it can. */
export function incapability(vehicle: Vehicle, endpoint: Endpoint): Incapability | null {
  if (vehicle.everything === false) return 'SMARTCAR_NOT_CAPABLE';
  if (physicallyMissing(vehicle, endpoint.path)) return 'VEHICLE_NOT_CAPABLE';
  if (vehicle.everything === true) return null;
  if (vehicle.unsupported.includes(endpoint.path)) return 'SMARTCAR_NOT_CAPABLE';
  return brandLacks(vehicle, endpoint) ? 'SMARTCAR_NOT_CAPABLE' : null;
}

/** Whether a vehicle can be granted a permission: at least one of its endpoints must work. */
export function canGrant(vehicle: Vehicle, permission: string): boolean {
  if (vehicle.everything !== null && !ENDPOINTS.some((one) => one.permission === permission)) {
    return vehicle.everything && PERMISSIONS.has(permission);
  }
  const endpoints = ENDPOINTS.filter((endpoint) => endpoint.permission === permission);
  if (endpoints.length > 0) {
    return endpoints.some((endpoint) => incapability(vehicle, endpoint) === null);
  }
  if (permission === 'read_charge_events') return vehicle.batteryKwh !== null;
  if (TESLA_ONLY.includes(permission)) return vehicle.make === 'TESLA';
  return (
    TESLA_AND_SOME.includes(permission) && ['TESLA', 'CADILLAC', 'FORD'].includes(vehicle.make)
  );
}

/** Tesla's newer cars take commands only through a virtual key ("Virtual key" in Smartcar's docs). */
export function needsVirtualKey(vehicle: Vehicle, permissions: readonly string[]): boolean {
  return (
    vehicle.make === 'TESLA' &&
    vehicle.year >= 2021 &&
    permissions.some((permission) => permission.startsWith('control_'))
  );
}
