import { seededRandom } from '../core/random.ts';
import { odometerKm } from './motion.ts';
import type { Vehicle } from './vehicle.ts';

const DAY_MS = 86_400_000;
const SERVICE_EVERY_DAYS = 150;

const SYSTEMS = [
  ['SYSTEM_TPMS', 'Tire pressure monitoring'],
  ['SYSTEM_ABS', 'Anti-lock braking'],
  ['SYSTEM_AIRBAG', 'Airbags'],
  ['SYSTEM_ENGINE', 'Engine and transmission'],
  ['SYSTEM_OIL', 'Engine oil'],
] as const;

const TROUBLE_CODES = ['P0300', 'P0128', 'P0456', 'P0420', 'B1A02', 'U0073'] as const;

const TASKS = [
  ['OC', 'Oil and filter change'],
  ['TR', 'Tire rotation'],
  ['MI', 'Multi-point inspection'],
  ['BF', 'Brake fluid change'],
  ['CF', 'Cabin air filter replacement'],
] as const;

export type SystemStatus = { systemId: string; status: 'OK' | 'ALERT'; description: string | null };
export type TroubleCode = { code: string; timestamp: string | null };
export type ServiceRecord = {
  serviceId: string;
  serviceDate: string;
  odometerDistance: number;
  serviceTasks: { taskId: string; taskDescription: string }[];
  serviceDetails: { type: string; value: string }[];
  serviceCost: { totalCost: number; currency: string };
};

/** Status of the vehicle's monitored systems; a vehicle with a warning has one alert. */
export function systemStatuses(vehicle: Vehicle, seed: number): SystemStatus[] {
  const alert = seededRandom(seed, 'systems', vehicle.vin).int(0, SYSTEMS.length - 1);
  return SYSTEMS.map(([systemId, name], index) =>
    vehicle.warning && index === alert
      ? { systemId, status: 'ALERT', description: `${name} needs attention` }
      : { systemId, status: 'OK', description: null },
  );
}

/** Active diagnostic trouble codes (SAE J2012); empty for a vehicle without a warning. */
export function troubleCodes(vehicle: Vehicle, seed: number, at: number): TroubleCode[] {
  if (!vehicle.warning) return [];
  const prng = seededRandom(seed, 'dtcs', vehicle.vin);
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  return [
    { code: prng.pick(TROUBLE_CODES), timestamp: new Date(day - 3 * DAY_MS).toISOString() },
    { code: 'C1234', timestamp: null },
  ];
}

/** Dealer service records between two times (epoch ms), oldest first; distances in km. */
export function serviceRecords(
  vehicle: Vehicle,
  seed: number,
  from: number,
  to: number,
): ServiceRecord[] {
  const records: ServiceRecord[] = [];
  const every = SERVICE_EVERY_DAYS * DAY_MS;
  const first = vehicle.firstDay * DAY_MS;
  for (
    let number = Math.max(1, Math.ceil((from - first) / every));
    first + number * every <= to;
    number += 1
  ) {
    const at = first + number * every;
    const prng = seededRandom(seed, 'service', vehicle.vin, number);
    const start = prng.int(0, TASKS.length - 2);
    records.push({
      serviceId: String(100_000 + prng.int(0, 899_999)),
      serviceDate: new Date(at).toISOString(),
      odometerDistance: odometerKm(vehicle, at),
      serviceTasks: TASKS.slice(start, start + 2).map(([taskId, taskDescription]) => ({
        taskId,
        taskDescription,
      })),
      serviceDetails: [{ type: 'Service Dealer', value: `Dealer ${prng.int(10, 99)}` }],
      serviceCost: {
        totalCost: prng.int(60, 640),
        currency: vehicle.region === 'EUROPE' ? 'EUR' : vehicle.region === 'CA' ? 'CAD' : 'USD',
      },
    });
  }
  return records;
}
