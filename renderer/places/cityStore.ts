import { useEffect, useSyncExternalStore } from 'react';
import { createListeners } from '../state/fleet/listeners.ts';
import { type Cities, type CityTable, createCities } from './cities.ts';

/** From the app's own bundle: no position leaves the machine for its name. */
const CITIES_URL = '/basemap/cities.json';

let cities: Cities | null = null;
let loading: Promise<void> | null = null;
const listeners = createListeners();

async function load(): Promise<void> {
  const response = await fetch(CITIES_URL);
  if (!response.ok) throw new Error(`No list of cities: ${response.status}`);
  cities = createCities((await response.json()) as CityTable);
  listeners.tell();
}

/** Fetches the list of cities, once; where that failed, at the next call again. */
export function loadCities(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The list of cities, for what happens on an event; `null` until it is there. */
export function citiesNow(): Cities | null {
  return cities;
}

/** The list of cities; `null` until it is there. It is not asked for by this. */
export function useCities(): Cities | null {
  return useSyncExternalStore(listeners.subscribe, citiesNow);
}

/** The list of cities, wanted now. */
export function useCitiesNow(): Cities | null {
  useEffect(() => {
    // Without the list there are no names of places, only coordinates; nothing else depends on it.
    loadCities().catch(() => undefined);
  }, []);
  return useCities();
}
