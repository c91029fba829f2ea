import type { Vehicle } from '../../contract/vehicles.ts';

/** Brands that are written in capitals; every other name in capitals is put into its usual case. */
const IN_CAPITALS: ReadonlySet<string> = new Set([
  'BMW',
  'BYD',
  'CUPRA',
  'DS',
  'GMC',
  'MG',
  'MINI',
  'RAM',
  'SEAT',
]);

/**
 * A brand as people write it: Smartcar names brands in capitals (`TESLA`, `LAND_ROVER`). What is
 * already mixed case is left alone.
 */
export function makeName(make: string): string {
  if (IN_CAPITALS.has(make) || make !== make.toUpperCase()) return make;
  return make
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
}

type Named = Pick<Vehicle, 'make' | 'model' | 'year'>;

function join(parts: readonly (string | number | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(' ') || null;
}

/** Brand, model and year; `null` where none of them is known. */
export function fullName({ make, model, year }: Named): string | null {
  return join([make && makeName(make), model, year]);
}

/** The name that the fleet's staff gave, else what the car is; `null` where neither is known. */
export function displayName({ labels, ...car }: Named & Pick<Vehicle, 'labels'>): string | null {
  return labels.name ?? fullName(car);
}

/** Brand and model, for buttons and headings where the year is noise. */
export function shortName({ make, model }: Named): string | null {
  return join([make && makeName(make), model]);
}

/** The last six characters of a VIN: what people read out to tell two cars apart. */
export function vinTail(vin: string): string {
  return vin.slice(-6);
}
