import type { MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../bounds.ts';
import type { MapHandle } from '../mapHandle.ts';

const PADDING = 40;

/** Closer than this there is nothing to see around a single pin. */
const FIT_MAX_ZOOM = 12;

/** What is in view. */
export function viewOf(map: MapLibreMap): Bounds {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
  };
}

/** Moves MapLibre's map; it leaves out the movement itself where the system asks for less of it. */
export function glHandle(map: MapLibreMap): MapHandle {
  return {
    show({ west, south, east, north }) {
      map.fitBounds([west, south, east, north], {
        padding: PADDING,
        maxZoom: FIT_MAX_ZOOM,
        duration: 300,
      });
    },
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, duration: 200 }),
    pan(right, down) {
      const { clientWidth, clientHeight } = map.getContainer();
      map.panBy([right * clientWidth, down * clientHeight], { duration: 200 });
    },
    reveal({ longitude, latitude }) {
      if (!map.getBounds().contains([longitude, latitude])) map.panTo([longitude, latitude]);
    },
    pointOf: ({ longitude, latitude }) => map.project([longitude, latitude]),
  };
}
