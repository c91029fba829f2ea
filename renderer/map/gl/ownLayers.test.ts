import { expect, test } from 'vitest';
import type { OwnMap } from '../../../contract/ownMap.ts';
import type { Palette } from '../palette.ts';
import { ownLayers, roleOf } from './ownLayers.ts';

const PALETTE = {
  ...{ water: 'blue', land: 'white', border: 'grey', label: 'black' },
  ...{ river: 'azure', province: 'silver', halo: 'snow' },
} as Palette;

const OWN: OwnMap = {
  ...{ name: 'own', tiles: '/own-map/1/{z}/{x}/{y}', drawing: 'vector', attribution: '' },
  ...{ minZoom: 0, maxZoom: 14, bounds: null, layers: [] },
};

test('layers are told apart by the names that common maps give them', () => {
  const names = {
    ...{ water: 'water', waterway: 'water', ocean: 'water', transportation: 'road', roads: 'road' },
    ...{ boundaries: 'border', building: 'building', landcover: 'land', earth: 'land' },
    ...{ place: 'place', transportation_name: 'place', pois: 'place', fleet_zones: 'other' },
  };
  for (const [name, role] of Object.entries(names)) expect(roleOf(name), name).toBe(role);
});

test('areas lie below lines, and names above all', () => {
  const layers = ['places', 'roads', 'water', 'earth', 'zones'];
  expect(ownLayers({ ...OWN, layers }, PALETTE).map(({ id }) => id)).toEqual([
    'own-earth-areas',
    'own-water-areas',
    'own-water-lines',
    'own-zones-lines',
    'own-roads-lines',
    'own-places-names',
  ]);
});

test('pictures are drawn as they are', () => {
  const drawn = ownLayers({ ...OWN, drawing: 'raster' }, PALETTE);
  expect(drawn).toEqual([{ id: 'own', type: 'raster', source: 'own' }]);
});
