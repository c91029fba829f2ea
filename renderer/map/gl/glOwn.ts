import type { LayerSpecification, MapLibreMap } from 'maplibre-gl';
import type { OwnMap } from '../../../contract/ownMap.ts';
import type { Palette } from '../palette.ts';
import { OWN_SOURCE, ownLayers, ownSource } from './ownLayers.ts';

/** The lowest layer of the vehicles: what is drawn of places lies below it. */
const ABOVE = 'picked';

/** Gives these layers their colours of another theme. */
export function recolour(map: MapLibreMap, layers: readonly LayerSpecification[]): void {
  for (const { id, paint } of layers) {
    for (const [name, value] of Object.entries(paint ?? {})) {
      if (name.endsWith('-color')) map.setPaintProperty(id, name as 'fill-color', value);
    }
  }
}

/** The status within an error of MapLibre's requests. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error ? Number(error.status) : 0;
}

/** A map of one's own, drawn between the built-in one and the vehicles. */
export interface GlOwn {
  readonly set: (own: OwnMap | null) => void;
  readonly setPalette: (palette: Palette) => void;
}

/** `onTile` hears of each tile that came (`null`) and of the status of each that did not. */
export function createGlOwn(
  map: MapLibreMap,
  first: Palette,
  onTile: (status: number | null) => void,
): GlOwn {
  let palette = first;
  let shown: OwnMap | null = null;
  let ids: readonly string[] = [];

  map.on('sourcedata', ({ sourceId, tile }) => {
    if (sourceId === OWN_SOURCE && tile?.state === 'loaded') onTile(null);
  });
  // Heard here, it is not written to the console, where addresses would stand.
  map.on('error', ({ error, ...event }) => {
    if ('sourceId' in event && event.sourceId === OWN_SOURCE) onTile(statusOf(error));
  });

  return {
    set(own) {
      for (const id of ids) map.removeLayer(id);
      if (shown) map.removeSource(OWN_SOURCE);
      shown = own;
      const layers = own ? ownLayers(own, palette) : [];
      ids = layers.map(({ id }) => id);
      if (own) map.addSource(OWN_SOURCE, ownSource(own));
      for (const layer of layers) map.addLayer(layer, ABOVE);
    },
    setPalette(next) {
      palette = next;
      if (shown) recolour(map, ownLayers(shown, next));
    },
  };
}
