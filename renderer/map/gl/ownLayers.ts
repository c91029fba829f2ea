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
  const origin = new URL('/', document.baseURI).href.slice(0, -1);
  const common = {
    tiles: [origin + tiles],
    minzoom: minZoom,
    maxzoom: maxZoom,
    ...(bounds && { bounds: [...bounds] as [number, number, number, number] }),
  };
  return drawing === 'raster'
    ? { type: 'raster', tileSize: TILE_SIZE, ...common }
    : { type: 'vector', ...common };
}

/** Colours of areas and lines; without one they are not drawn. */
function coloursOf(role: Role, palette: Palette): { area?: string; line?: string } {
  const { water, land, province, border, river } = palette;
  const colours = {
    water: { area: water, line: river },
    land: { area: land },
    building: { area: province },
    border: { line: border },
    road: { line: border },
    other: { line: province },
    place: {},
  };
  return colours[role];
}

function namesOf(layer: string, palette: Palette): LayerSpecification {
  return {
    id: `own-${layer}-names`,
    type: 'symbol',
    source: OWN_SOURCE,
    'source-layer': layer,
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
  };
}

function layersFor(layer: string, palette: Palette): LayerSpecification[] {
  const role = roleOf(layer);
  if (role === 'place') return [namesOf(layer, palette)];
  const common = { source: OWN_SOURCE, 'source-layer': layer };
  const { area, line } = coloursOf(role, palette);
  const drawn: LayerSpecification[] = [];
  if (area !== undefined) {
    drawn.push({
      ...common,
      id: `own-${layer}-areas`,
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': area },
    });
  }
  if (line !== undefined) {
    drawn.push({
      ...common,
      id: `own-${layer}-lines`,
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': line, 'line-width': role === 'road' ? 1.2 : 0.8 },
    });
  }
  return drawn;
}

/** From the lowest to the highest: areas lie below lines, and names above all. */
const ORDER: readonly Role[] = ['land', 'water', 'building', 'other', 'border', 'road', 'place'];

/** How a map of one's own is drawn: pictures as they are, areas and lines in the map's own colours. */
export function ownLayers({ drawing, layers }: OwnMap, palette: Palette): LayerSpecification[] {
  if (drawing === 'raster') return [{ id: 'own', type: 'raster', source: OWN_SOURCE }];
  const place = (layer: string) => ORDER.indexOf(roleOf(layer));
  return layers
    .toSorted((one, other) => place(one) - place(other))
    .flatMap((layer) => layersFor(layer, palette));
}
