import type { Position } from '../places/geo.ts';

/** A part of the map, in degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export const WORLD: Bounds = { west: -170, south: -58, east: 170, north: 75 };

/** Half the width of the least part that is shown at once: a city and what is around it. */
const LEAST_DEGREES = 0.15;

export function isWithin(bounds: Bounds, { latitude, longitude }: Position): boolean {
  return (
    latitude >= bounds.south &&
    latitude <= bounds.north &&
    longitude >= bounds.west &&
    longitude <= bounds.east
  );
}

/** The part around a position. */
export function around({ latitude, longitude }: Position, degrees = LEAST_DEGREES): Bounds {
  return {
    west: longitude - degrees,
    south: latitude - degrees,
    east: longitude + degrees,
    north: latitude + degrees,
  };
}

/** The least part that holds all of these; the world where there are none. */
export function boundsOf(positions: readonly Position[]): Bounds {
  const [first] = positions;
  if (!first) return WORLD;
  let bounds = around(first);
  for (const { latitude, longitude } of positions) {
    bounds = {
      west: Math.min(bounds.west, longitude),
      south: Math.min(bounds.south, latitude),
      east: Math.max(bounds.east, longitude),
      north: Math.max(bounds.north, latitude),
    };
  }
  return bounds;
}
