import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { locale } from '../../format/locale.ts';
import type { Palette } from '../palette.ts';

/** Pixels within which pins become one number. */
const CLUSTER_RADIUS = 44;
/** From here on every pin is drawn by itself. */
const CLUSTER_MAX_ZOOM = 13;

/** The base map is drawn from 1:50 million; tiles closer than this would add no detail. */
const BASE_MAX_ZOOM = 7;

const FONT = ['Inter Variable', 'sans-serif'];

const EMPTY: GeoJSONSourceSpecification['data'] = { type: 'FeatureCollection', features: [] };

/** Where a layer of the base map is; whole, because a worker resolves addresses against its own. */
export const baseUrl = (name: string) => new URL(`/basemap/${name}.json`, document.baseURI).href;

/** What is drawn once the pins are there and the map answers: details take longer than all pins. */
export const LATER = ['land', 'borders', 'lakes', 'rivers', 'provinces'] as const;

const base = (data: GeoJSONSourceSpecification['data']): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  maxzoom: BASE_MAX_ZOOM,
});

function labels(palette: Palette): LayerSpecification {
  return {
    id: 'cities',
    type: 'symbol',
    source: 'cities',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': 11,
      'text-padding': 6,
      'symbol-sort-key': ['get', 'rank'],
    },
    // The largest first; the closer one looks, the more of them.
    filter: ['<', ['get', 'rank'], ['step', ['zoom'], 40, 3, 160, 4, 500, 5, 1600, 6, 100_000]],
    paint: {
      'text-color': palette.label,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.2,
    },
  };
}

function pinLayers(palette: Palette): LayerSpecification[] {
  const isCluster = ['has', 'point_count'] as const;
  const holdsPicked: ExpressionSpecification = ['>', ['get', 'picked'], 0];
  return [
    {
      id: 'picked',
      type: 'circle',
      source: 'pins',
      filter: ['!', [...isCluster]],
      paint: {
        'circle-radius': 17,
        'circle-color': palette.picked,
        'circle-opacity': ['case', ['boolean', ['feature-state', 'picked'], false], 1, 0],
      },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'pins',
      filter: [...isCluster],
      paint: {
        'circle-color': palette.cluster,
        'circle-radius': ['step', ['get', 'point_count'], 13, 100, 17, 1000, 21],
        'circle-stroke-color': ['case', holdsPicked, palette.picked, palette.halo],
        'circle-stroke-width': ['case', holdsPicked, 4, 1.5],
      },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: 'pins',
      filter: [...isCluster],
      layout: {
        'text-field': ['number-format', ['get', 'point_count'], { locale: locale() }],
        'text-font': FONT,
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette['on-cluster'] },
    },
    {
      id: 'pins',
      type: 'symbol',
      source: 'pins',
      filter: ['!', [...isCluster]],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'marks',
      type: 'circle',
      source: 'marks',
      paint: {
        'circle-radius': ['case', ['==', ['get', 'kind'], 'from'], 6, 17],
        'circle-color': palette.current,
        'circle-opacity': ['case', ['==', ['get', 'kind'], 'from'], 1, 0],
        'circle-stroke-color': palette.current,
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** The whole map in one theme; sources that the window fills are empty at first. */
export function glStyle(palette: Palette): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: base(baseUrl('coarseLand')),
      borders: base(baseUrl('coarseBorders')),
      lakes: base(EMPTY),
      rivers: base(EMPTY),
      provinces: base(EMPTY),
      cities: base(EMPTY),
      pins: {
        type: 'geojson',
        data: EMPTY,
        cluster: true,
        clusterRadius: CLUSTER_RADIUS,
        clusterMaxZoom: CLUSTER_MAX_ZOOM,
        clusterProperties: { picked: ['+', ['get', 'picked']] },
        maxzoom: CLUSTER_MAX_ZOOM + 1,
      },
      marks: { type: 'geojson', data: EMPTY },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': palette.water } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
      {
        id: 'provinces',
        type: 'line',
        source: 'provinces',
        minzoom: 2.5,
        paint: { 'line-color': palette.province, 'line-width': 0.7 },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        minzoom: 2.5,
        paint: { 'line-color': palette.river, 'line-width': 0.8 },
      },
      { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': palette.water } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': palette.border, 'line-width': 1 },
      },
      labels(palette),
      ...pinLayers(palette),
    ],
  };
}
