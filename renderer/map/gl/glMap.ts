import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { OwnMap } from '../../../contract/ownMap.ts';
import type { Cities } from '../../places/cities.ts';
import type { Position } from '../../places/geo.ts';
import type { Bounds } from '../bounds.ts';
import type { Palette } from '../palette.ts';
import { PIN_RATIO, pinImages } from '../pinImages.ts';
import type { Pin } from '../pins.ts';
import { cityPoints, markPoints, pinPoints } from './glData.ts';
import { viewOf } from './glHandle.ts';
import { createGlOwn, recolour } from './glOwn.ts';
import { baseUrl, glStyle, LATER } from './glStyle.ts';

setWorkerUrl(workerUrl);
// Its thread takes longer to start than the screen around the map.
prewarm();

/** Closer than this the base map shows nothing more. */
const MAX_ZOOM = 17;

/** Pixels around what is to be in view. */
const PADDING = 40;

/** Whether the person or the system asks for less movement. */
const movesLess = () =>
  document.documentElement.dataset.motion === 'less' ||
  matchMedia('(prefers-reduced-motion: reduce)').matches;

export interface GlMapParts {
  readonly container: HTMLElement;
  readonly palette: Palette;
  readonly start: Bounds;
  readonly onView: (bounds: Bounds) => void;
  readonly onResize: () => void;
  readonly onPin: (id: string, isAdded: boolean) => void;
  readonly onReady: () => void;
  /** A tile of the map of one's own came (`null`), or what the app's protocol answered in its place. */
  readonly onTile: (status: number | null) => void;
  /** The system has taken the drawing surface away. */
  readonly onLost: () => void;
}

/** MapLibre with the vehicles' sources; each `set` may come before or after the style is loaded. */
export interface GlMap {
  readonly map: MapLibreMap;
  readonly setPins: (pins: readonly Pin[]) => void;
  readonly setPicked: (ids: ReadonlySet<string>) => void;
  readonly setMarks: (current: Position | null, from: Position | null) => void;
  readonly setCities: (cities: Cities) => void;
  readonly setOwn: (own: OwnMap | null) => void;
  readonly setPalette: (palette: Palette) => void;
  readonly remove: () => void;
}

/** Starts the map; throws where the window has no WebGL. */
export function createGlMap(parts: GlMapParts): GlMap {
  const { container, palette, start, onView, onResize, onPin, onReady, onTile, onLost } = parts;
  const map = new MapLibreMap({
    container,
    style: glStyle(palette),
    bounds: [start.west, start.south, start.east, start.north],
    fitBoundsOptions: { padding: PADDING },
    maxZoom: MAX_ZOOM,
    renderWorldCopies: false,
    keyboard: false,
    boxZoom: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
    reduceMotion: movesLess(),
  });
  // The keyboard's stop is the element around, which has a summary in words.
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.setAttribute('aria-hidden', 'true');

  const idOf = new Map<number, string>();
  const slotOf = new Map<string, number>();
  let shown: readonly Pin[] = [];
  let picked: ReadonlySet<string> = new Set();
  let isLoaded = false;
  let isReady = false;
  const own = createGlOwn(map, palette, onTile);
  /** What waits until pins and base map are drawn, since it would hold them up. */
  const later = new Map<string, () => void>();
  const onceReady = (what: string, act: () => void) => {
    if (isReady) act();
    else later.set(what, act);
  };
  const waiting = new Map<string, () => void>();
  /** Does this once there is something to do it to; of several waiting for one thing only the last. */
  const whenLoaded = (what: string, act: () => void) => {
    if (isLoaded) act();
    else waiting.set(what, act);
  };
  const fill = (name: string, data: Parameters<GeoJSONSource['setData']>[0]) =>
    void map.getSource<GeoJSONSource>(name)?.setData(data);
  let isDue = false;
  /** Gives the pins to MapLibre anew, once for all that changes together. */
  const refill = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      fill('pins', pinPoints(shown, picked));
    });
  };
  const mark = (id: string, isPicked: boolean) => {
    const slot = slotOf.get(id);
    if (slot !== undefined) map.setFeatureState({ source: 'pins', id: slot }, { picked: isPicked });
  };

  map.on('style.load', () => {
    for (const [name, data] of pinImages(palette)) {
      map.addImage(name, data, { pixelRatio: PIN_RATIO });
    }
    isLoaded = true;
    for (const act of waiting.values()) act();
    waiting.clear();
    onView(viewOf(map));
    void map.once('idle', () => {
      isReady = true;
      onReady();
      for (const name of LATER) fill(name, baseUrl(name));
      for (const act of later.values()) act();
      later.clear();
    });
  });
  map.on('webglcontextlost', onLost);
  map.on('resize', onResize);
  map.on('moveend', () => onView(viewOf(map)));
  map.on('click', 'clusters', ({ point }) => {
    const [cluster] = map.queryRenderedFeatures(point, { layers: ['clusters'] });
    if (cluster?.geometry.type !== 'Point') return;
    const [longitude = 0, latitude = 0] = cluster.geometry.coordinates;
    void map
      .getSource<GeoJSONSource>('pins')
      ?.getClusterExpansionZoom(Number(cluster.properties.cluster_id))
      .then((zoom) => map.easeTo({ center: [longitude, latitude], zoom: zoom + 0.3 }));
  });
  map.on('click', 'pins', ({ features = [], originalEvent }) => {
    const id = idOf.get(Number(features[0]?.id));
    const { shiftKey, ctrlKey, metaKey } = originalEvent;
    if (id !== undefined) onPin(id, shiftKey || ctrlKey || metaKey);
  });

  return {
    map,
    setPins: (pins) =>
      whenLoaded('pins', () => {
        idOf.clear();
        slotOf.clear();
        for (const { slot, id } of pins) {
          idOf.set(slot, id);
          slotOf.set(id, slot);
        }
        shown = pins;
        refill();
        map.removeFeatureState({ source: 'pins' });
        for (const id of picked) mark(id, true);
      }),
    setPicked: (ids) =>
      whenLoaded('picked', () => {
        for (const id of picked) if (!ids.has(id)) mark(id, false);
        for (const id of ids) if (!picked.has(id)) mark(id, true);
        const isSame = picked.size === 0 && ids.size === 0;
        picked = ids;
        if (!isSame) refill();
      }),
    setMarks: (current, from) =>
      whenLoaded('marks', () => fill('marks', markPoints(current, from))),
    setCities: (cities) => onceReady('cities', () => fill('cities', cityPoints(cities))),
    setOwn: (next) => onceReady('own', () => own.set(next)),
    setPalette: (next) =>
      whenLoaded('palette', () => {
        for (const [name, data] of pinImages(next)) map.updateImage(name, data);
        recolour(map, glStyle(next).layers);
        own.setPalette(next);
      }),
    remove: () => map.remove(),
  };
}
