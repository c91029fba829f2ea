import { ApiError } from './errors.ts';

export type UnitSystem = 'metric' | 'imperial';

const KM_PER_MILE = 1.609344;
const GALLONS_PER_LITRE = 0.264172;
const PSI_PER_KPA = 0.145038;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Converts km, litres and kPa to a unit system; the results are rounded as the API shows them. */
export type Units = {
  distance: (km: number) => number;
  volume: (litres: number) => number;
  pressure: (kpa: number) => number;
};

const METRIC: Units = {
  distance: (km) => round(km, 2),
  volume: (litres) => round(litres, 2),
  pressure: (kpa) => round(kpa, 1),
};

// A reading is rounded once, in metric units, so that both systems describe the same value.
const IMPERIAL: Units = {
  distance: (km) => round(METRIC.distance(km) / KM_PER_MILE, 4),
  volume: (litres) => round(METRIC.volume(litres) * GALLONS_PER_LITRE, 4),
  pressure: (kpa) => round(METRIC.pressure(kpa) * PSI_PER_KPA, 4),
};

/** Conversions of a unit system. */
export function unitsOf(system: UnitSystem): Units {
  return system === 'metric' ? METRIC : IMPERIAL;
}

/** Reads the `sc-unit-system` request header; absent means metric. Throws VALIDATION otherwise. */
export function readUnitSystem(header: string | undefined): UnitSystem {
  if (header === undefined || header === 'metric' || header === 'imperial') {
    return header ?? 'metric';
  }
  throw new ApiError('VALIDATION', {
    description: 'The sc-unit-system header must be metric or imperial.',
  });
}

/** A fraction from 0 to 1 with four digits. */
export function fraction(value: number): number {
  return round(Math.min(1, Math.max(0, value)), 4);
}
