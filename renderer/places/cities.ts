import { perLocale } from '../format/locale.ts';
import { fold } from '../state/fleet/query/fold.ts';
import { distanceKm, KM_PER_DEGREE, type Position } from './geo.ts';

/** Cities by column, the largest first, as the build made them from GeoNames. */
export interface CityTable {
  readonly names: readonly string[];
  readonly countries: readonly string[];
  readonly states: readonly string[];
  readonly longitudes: readonly number[];
  readonly latitudes: readonly number[];
}

export interface City extends Position {
  readonly name: string;
  /** State and country in words, to tell places of one name apart. */
  readonly where: string;
}

export interface Cities {
  /** All of them, the largest first. */
  readonly all: () => readonly City[];
  /** The nearest one, with its distance. */
  readonly nearest: (position: Position) => { readonly city: City; readonly km: number } | null;
  /** Those that a typed text means, the best first: beginnings before middles, large before small. */
  readonly find: (text: string, limit: number) => readonly City[];
}

const regions = perLocale((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

export function createCities(table: CityTable): Cities {
  const { names, countries, states, longitudes, latitudes } = table;
  const size = names.length;
  const order = Uint32Array.from(names.keys()).sort(
    (one, other) => (latitudes[one] ?? 0) - (latitudes[other] ?? 0),
  );
  const sorted = Float64Array.from(order, (index) => latitudes[index] ?? 0);
  let folded: readonly string[] | null = null;

  const positionAt = (index: number): Position => ({
    latitude: latitudes[index] ?? 0,
    longitude: longitudes[index] ?? 0,
  });
  const cityAt = (index: number): City => {
    const country = countries[index] ?? '';
    const state = states[index] ?? '';
    const land = country === '' ? '' : (regions().of(country) ?? country);
    return {
      ...positionAt(index),
      name: names[index] ?? '',
      where: [state, land].filter(Boolean).join(', '),
    };
  };
  /** The first place in `sorted` at this latitude or north of it. */
  const placeOf = (latitude: number): number => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < latitude) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    all: () => names.map((_, index) => cityAt(index)),

    // From the place's own latitude outwards: what is further north or south than the best one found
    // is further away in any case.
    nearest(position) {
      let best = -1;
      let km = Number.POSITIVE_INFINITY;
      const look = (at: number): boolean => {
        const index = order[at];
        const latitude = sorted[at];
        if (index === undefined || latitude === undefined) return false;
        if (Math.abs(latitude - position.latitude) * KM_PER_DEGREE > km) return false;
        const distance = distanceKm(position, positionAt(index));
        if (distance < km) {
          km = distance;
          best = index;
        }
        return true;
      };
      let north = placeOf(position.latitude);
      let south = north - 1;
      let goesNorth = true;
      let goesSouth = true;
      while (goesNorth || goesSouth) {
        goesNorth = goesNorth && look(north);
        goesSouth = goesSouth && look(south);
        north += 1;
        south -= 1;
      }
      return best === -1 ? null : { city: cityAt(best), km };
    },

    find(text, limit) {
      const wanted = fold(text.trim());
      if (wanted === '') return [];
      folded ??= names.map(fold);
      const beginnings: number[] = [];
      const middles: number[] = [];
      for (const [index, name] of folded.entries()) {
        if (name.startsWith(wanted)) beginnings.push(index);
        else if (middles.length < limit && name.includes(wanted)) middles.push(index);
        if (beginnings.length >= limit) break;
      }
      return [...beginnings, ...middles].slice(0, limit).map(cityAt);
    },
  };
}
