import type { TFunction } from 'i18next';
import { amountWords, formatDistance } from '../format/amount.ts';
import type { Cities, City } from './cities.ts';
import { type Position, type Wind, windTo } from './geo.ts';

/** Nearer than this a car is in the city, as far as a point in its middle can tell. */
const IN_CITY_KM = 2;

/** A place by the city next to it. */
export interface NearCity {
  readonly city: City;
  readonly km: number;
  /** Where the place lies as seen from the city; `null` in the city itself. */
  readonly wind: Wind | null;
}

/** The city next to a place; `null` where no city is known. */
function nearCity(cities: Cities, position: Position): NearCity | null {
  const nearest = cities.nearest(position);
  if (!nearest) return null;
  const { city, km } = nearest;
  return { city, km, wind: km < IN_CITY_KM ? null : windTo(city, position) };
}

/** "4 km NE of Dallas", or "Dallas". */
function nearCityText(t: TFunction, { city, km, wind }: NearCity): string {
  if (wind === null) return city.name;
  return t('map.place.near', {
    distance: amountWords(formatDistance(km)),
    wind: t(`map.wind.${wind}`),
    place: city.name,
  });
}

const KEPT = 5_000;
const kept = new Map<string, NearCity>();
let keptFor: Cities | null = null;

/**
 * The same for a position. What lies near is remembered, for tables ask for the same places again and again;
 * the words are not, for they follow language and unit.
 */
export function placeName(t: TFunction, cities: Cities, position: Position): string | null {
  if (keptFor !== cities || kept.size > KEPT) {
    kept.clear();
    keptFor = cities;
  }
  const key = `${position.latitude} ${position.longitude}`;
  const near = kept.get(key) ?? nearCity(cities, position);
  if (!near) return null;
  kept.set(key, near);
  return nearCityText(t, near);
}
