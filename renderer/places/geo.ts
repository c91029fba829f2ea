/** A place on the earth, in degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Kilometres between two parallels one degree apart. */
export const KM_PER_DEGREE = EARTH_RADIUS_KM * RADIANS;

/** Kilometres along the great circle. */
export function distanceKm(from: Position, to: Position): number {
  const north = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const east = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const squared =
    north * north +
    Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * east * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared)));
}

/** The eight winds clockwise from north, as the catalogue names them. */
const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof WINDS)[number];

const WIND_WIDTH = 360 / WINDS.length;

/** In which direction one sets out from one place to get to another. */
export function windTo(from: Position, to: Position): Wind {
  const east = (to.longitude - from.longitude) * RADIANS;
  const start = from.latitude * RADIANS;
  const end = to.latitude * RADIANS;
  const bearing =
    Math.atan2(
      Math.sin(east) * Math.cos(end),
      Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(east),
    ) / RADIANS;
  const at = Math.round((bearing + 360) / WIND_WIDTH) % WINDS.length;
  return WINDS[at] ?? 'n';
}
