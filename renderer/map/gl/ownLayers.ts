import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { OwnMap } from '../../../contract/ownMap.ts';
import type { Palette } from '../palette.ts';

/** The source of a map of one's own in the style. */
export const OWN_SOURCE = 'own';

/** Pixels along a side of a picture. */
const TILE_SIZE = 256;

const FONT = ['Inter Variable', 'sans-serif'];

/** What a layer of a vector map is, as far as its name tells. */
type Role = 'water' | 'land' | 'road' | 'border' | 'building' | 'place' | 'other';

/** The names that OpenMapTiles, Protomaps and Shortbread give to their layers. */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/place|label|poi|pois|name/, 'place'],
  [/water|ocean|river|lake/, 'water'],
  [/road|street|transport|highway|bridge|ferr|rail/, 'road'],
  [/bound|border|admin/, 'border'],
  [/building/, 'building'],
  [/land|earth|park|green|site/, 'land'],
];

/** What a layer of this name most likely holds. */
export function roleOf(layer: string): Role {
  const name = layer.toLowerCase();
  return ROLES.find(([words]) => words.test(name))?.[1] ?? 'other';
}

/** Where the tiles are; whole, because a worker resolves addresses against its own. */
export function ownSource({
  tiles,
  drawing,
  minZoom,
  maxZoom,
  bounds,
}: OwnMap): SourceSpecification {
  const common = {
    tiles: [document.baseURI.replace(/\/[^/]*$/, '') + tiles],
    minzoom: minZoom,
    maxzoom: maxZoom,
    ...(bounds && { bounds: [...bounds] as [number, number, number, number] }),
  };
  return drawing === 'raster'
    ? { type: 'raster', tileSize: TILE_SIZE, ...common }
    : { type: 'vector', ...common };
}

function areas(role: Role, palette: Palette): string | null {
  const colour = { water: palette.water, land: palette.land, building: palette.province } as const;
  return role in colour ? colour[role as keyof typeof colour] : null;
}

function layersFor(name: string, palette: Palette): LayerSpecification[] {
  const role = roleOf(name);
  const common = { source: OWN_SOURCE, 'source-layer': name } as const;
  if (role === 'place') {
    return [
      {
        ...{ ...common, id: `own-${name}`, type: 'symbol' },
        layout: {
          'text-field': ['coalesce', ['get', 'name'], ''],
          'text-font': FONT,
          'text-size': 11,
          'text-padding': 6,
        },
        paint: {
          'text-color': palette.label,
          'text-halo-color': palette.halo,
          'text-halo-width': 1.2,
        },
      },
    ];
  }
  const fill = areas(role, palette);
  const stroke = {
    ...{ water: palette.river, border: palette.border, road: palette.border },
    ...{ land: palette.province, building: palette.border, other: palette.province },
  }[role];
  const isArea: LayerSpecification[] =
    fill === null
      ? []
      : [
          {
            ...{ ...common, id: `own-${name}-area`, type: 'fill' },
            filter: ['==', ['geometry-type'], 'Polygon'],
            paint: { 'fill-color': fill },
          },
        ];
  return [
    ...isArea,
    {
      ...{ ...common, id: `own-${name}-line`, type: 'line' },
      filter:
        fill === null
          ? ['!=', ['geometry-type'], 'Point']
          : ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': stroke, 'line-width': role === 'road' ? 1.2 : 0.8 },
    },
  ];
}

/** Areas lie below lines, and names above all. */
const ORDER = { fill: 0, line: 1, symbol: 2 } as const;
const RANKS: readonly Role[] = ['land', 'water', 'building', 'other', 'border', 'road', 'place'];

/** How a map of one's own is drawn: pictures as they are, areas and lines in the map's own colours. */
export function ownLayers({ drawing, layers }: OwnMap, palette: Palette): LayerSpecification[] {
  if (drawing === 'raster') return [{ id: 'own', type: 'raster', source: OWN_SOURCE }];
  const rank = (name: string) => RANKS.indexOf(roleOf(name));
  const order = ({ type }: LayerSpecification) => ORDER[type as keyof typeof ORDER];
  return [...layers]
    .sort((one, other) => rank(one) - rank(other))
    .flatMap((name) => layersFor(name, palette))
    .sort((one, other) => order(one) - order(other));
}
