import type { FeatureCollection, Point } from 'geojson';
import type { Cities } from '../../places/cities.ts';
import type { Position } from '../../places/geo.ts';
import { pinImageName } from '../pinImages.ts';
import type { Pin } from '../pins.ts';

type Points = FeatureCollection<Point>;

const pointAt = ({ longitude, latitude }: Position): Point => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

/** All pins; a feature's number is the vehicle's slot. Clusters count the picked ones among theirs. */
export function pinPoints(pins: readonly Pin[], picked: ReadonlySet<string>): Points {
  return {
    type: 'FeatureCollection',
    features: pins.map((pin) => ({
      type: 'Feature',
      id: pin.slot,
      properties: {
        image: pinImageName(pin.kind, pin.age),
        picked: picked.has(pin.id) ? 1 : 0,
      },
      geometry: pointAt(pin),
    })),
  };
}

/** The rings and dots above the pins: where the keyboard is, and what distances are counted from. */
export function markPoints(current: Position | null, from: Position | null): Points {
  const marks = [
    { kind: 'current', at: current },
    { kind: 'from', at: from },
  ];
  return {
    type: 'FeatureCollection',
    features: marks.flatMap(({ kind, at }) =>
      at ? [{ type: 'Feature' as const, properties: { kind }, geometry: pointAt(at) }] : [],
    ),
  };
}

/** The names of cities, the largest with the lowest rank. */
export function cityPoints(cities: Cities): Points {
  return {
    type: 'FeatureCollection',
    features: cities.all().map((city, rank) => ({
      type: 'Feature',
      properties: { name: city.name, rank },
      geometry: pointAt(city),
    })),
  };
}
