import { type Prng, seededRandom, seededUuid } from '../core/random.ts';
import type { VehicleSource } from '../core/state.ts';
import { BRANDS, brandOfVin, findBrand, type Region } from './brands.ts';
import { CITIES } from './countries.ts';
import { type Model, modelsOf, type Powertrain } from './models.ts';
import { buildVin, modelYearOf, serialOf } from './vin.ts';

export type Position = { latitude: number; longitude: number };

/** Everything about a vehicle that never changes. Distances in km, volumes in l, energy in kWh. */
export type Vehicle = {
  id: string;
  vin: string;
  make: string;
  model: string;
  year: number;
  powertrain: Powertrain;
  region: Region;
  /** Hours from UTC. */
  utcOffset: number;
  home: Position;
  work: Position;
  batteryKwh: number | null;
  tankLitres: number | null;
  electricRangeKm: number;
  fuelRangeKm: number;
  kmPerDay: number;
  /** Days since the epoch on which it was first driven. */
  firstDay: number;
  /** Hour of leaving home, local time. */
  leavesAt: number;
  chargesAt: 'home' | 'work';
  chargerKw: number;
  chargeLimit: number;
  oilIntervalKm: number;
  tankPhase: number;
  /** Cold pressures in kPa: front left, front right, back left, back right. */
  tyresKpa: readonly [number, number, number, number];
  hasSunroof: boolean;
  lockedWhenParked: boolean;
  /** Several battery sizes were sold and the maker does not tell which one this is. */
  capacityUncertain: boolean;
  warning: boolean;
  condition: 'normal' | 'asleep' | 'stale';
  /** Data delay: seconds for a normal vehicle, days for a stale one. */
  dataDelayMs: number;
  /** Paths that the maker could give but Smartcar has not for this model. */
  unsupported: readonly string[];
  /** Set by test logins that decide about all permissions at once. */
  everything: boolean | null;
};

const DAY_MS = 86_400_000;
const OPTIONAL_PATHS = [
  '/engine/oil',
  '/tires/pressure',
  '/location',
  '/charge/limit',
  '/diagnostics/dtcs',
];

function near(prng: Prng, position: Position, km: number): Position {
  const angle = prng.between(0, 2 * Math.PI);
  const distance = prng.between(0.2, 1) * km;
  const latitude = position.latitude + (distance * Math.cos(angle)) / 111.32;
  const perDegree = 111.32 * Math.cos((position.latitude * Math.PI) / 180);
  return { latitude, longitude: position.longitude + (distance * Math.sin(angle)) / perDegree };
}

function build(seed: number, make: string, model: Model, year: number, vin: string): Vehicle {
  const prng = seededRandom(seed, 'vehicle', vin);
  const regions = findBrand(make)?.regions ?? ['US'];
  const city = prng.pick(CITIES.filter((candidate) => regions.includes(candidate.region)));
  const home = near(prng, city, 9);
  const condition = prng.chance(0.04) ? 'asleep' : prng.chance(0.06) ? 'stale' : 'normal';
  const lowTyre = prng.chance(0.08) ? prng.int(0, 3) : -1;
  const cold = prng.int(220, 240);
  const tyre = (index: number) => cold + prng.between(-5, 6) - (index === lowTyre ? 42 : 0);
  return {
    id: seededUuid(seed, 'vehicle-id', vin),
    vin,
    make,
    model: model.name,
    year,
    powertrain: model.powertrain,
    region: city.region,
    utcOffset: city.utcOffset,
    home,
    work: near(prng, city, 6),
    batteryKwh: model.batteryKwh,
    tankLitres: model.tankLitres,
    electricRangeKm: (model.batteryKwh ?? 0) * prng.between(5, 6),
    fuelRangeKm: (model.tankLitres ?? 0) * prng.between(11, model.powertrain === 'ICE' ? 15 : 20),
    kmPerDay: prng.between(22, 78),
    firstDay: Math.floor(Date.UTC(year, 0, 1) / DAY_MS) - 60 + prng.int(0, 180),
    leavesAt: prng.between(6.5, 8.5),
    chargesAt: prng.chance(0.35) ? 'work' : 'home',
    chargerKw: prng.pick([7.4, 7.4, 11]),
    chargeLimit: prng.pick([0.8, 0.8, 0.9, 1]),
    oilIntervalKm: prng.pick([12_000, 15_000, 20_000]),
    tankPhase: prng.float(),
    tyresKpa: [tyre(0), tyre(1), tyre(2), tyre(3)],
    hasSunroof: prng.chance(0.4),
    lockedWhenParked: prng.chance(0.93),
    capacityUncertain: prng.chance(0.2),
    warning: prng.chance(0.15),
    condition,
    dataDelayMs:
      condition === 'stale' ? prng.between(3, 40) * DAY_MS : prng.between(10, 1_500) * 1_000,
    unsupported: OPTIONAL_PATHS.filter(() => prng.chance(0.07)),
    everything: null,
  };
}

function fleetVehicle(seed: number, make: string, ordinal: number): Vehicle {
  const prng = seededRandom(seed, 'fleet', make, ordinal);
  const models = modelsOf(make);
  const model = prng.pick(models);
  const year = prng.int(Math.max(2016, model.firstYear), Math.min(2026, model.lastYear));
  const wmi = findBrand(make)?.wmi[0] ?? '1ZZ';
  const vin = buildVin({ wmi, modelIndex: models.indexOf(model), year, ordinal });
  return build(seed, make, model, year, vin);
}

type VinSource = Extract<VehicleSource, { kind: 'vin' }>;

const LEVEL_POWERTRAIN = {
  compatible: 'PHEV',
  phev: 'PHEV',
  incompatible: null,
  fuel: 'ICE',
  bev: 'BEV',
} as const;

function vinVehicle(seed: number, { make, vin, level }: VinSource): Vehicle {
  const prng = seededRandom(seed, 'vin', vin);
  const wanted = LEVEL_POWERTRAIN[level];
  const models = modelsOf(make);
  const model = prng.pick(models);
  const suitable = models.find((candidate) => candidate.powertrain === wanted) ?? model;
  const year = modelYearOf(vin) ?? prng.int(2018, 2024);
  const powertrain = wanted ?? suitable.powertrain;
  const batteryKwh = powertrain === 'BEV' ? 64 : powertrain === 'PHEV' ? 14 : null;
  const completed: Model = {
    ...suitable,
    powertrain,
    batteryKwh: batteryKwh === null ? null : (suitable.batteryKwh ?? batteryKwh),
    tankLitres: powertrain === 'BEV' ? null : (suitable.tankLitres ?? 50),
  };
  const vehicle = build(seed, make, completed, year, vin);
  const everything =
    level === 'incompatible' ? false : level === 'fuel' || level === 'bev' ? null : true;
  return {
    ...vehicle,
    condition: 'normal',
    dataDelayMs: Math.min(vehicle.dataDelayMs, 60_000),
    unsupported: [],
    everything,
  };
}

/** Makes the vehicle that a source describes: a pure function of seed and source. */
export function makeVehicle(seed: number, source: VehicleSource): Vehicle {
  return source.kind === 'fleet'
    ? fleetVehicle(seed, source.make, source.ordinal)
    : vinVehicle(seed, source);
}

/**
 * Finds the vehicle a VIN belongs to: the fleet's own one if the VIN was made here, else one made
 * up for it. Undefined when the brand cannot be decoded.
 */
export function sourceOfVin(seed: number, vin: string): VehicleSource | undefined {
  const upper = vin.toUpperCase();
  const brand = brandOfVin(upper);
  if (!brand) return undefined;
  const ordinal = serialOf(upper);
  if (ordinal !== undefined && fleetVehicle(seed, brand.code, ordinal).vin === upper) {
    return { kind: 'fleet', make: brand.code, ordinal };
  }
  return { kind: 'vin', make: brand.code, vin: upper, level: 'compatible' };
}

/** How many of a fleet of `size` vehicles are of which brand: four of each first, then weighted. */
export function fleetShares(seed: number, size: number): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  let left = size;
  for (const brand of BRANDS) {
    const share = Math.min(4, left);
    shares.set(brand.code, share);
    left -= share;
  }
  const prng = seededRandom(seed, 'shares');
  for (; left > 0; left -= 1) {
    const brand = prng.pick(BRANDS.slice(0, Math.ceil(BRANDS.length * prng.between(0.2, 1))));
    shares.set(brand.code, (shares.get(brand.code) ?? 0) + 1);
  }
  return shares;
}
