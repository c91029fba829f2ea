import { expect, test } from 'vitest';
import type { Pin } from '../pins.ts';
import { heapsOf } from './heaps.ts';
import { boundsOfView, fitted, moved, projected, zoomed } from './projection.ts';

const SIZE = { width: 800, height: 600 };
const EUROPE = { west: -10, south: 36, east: 30, north: 60 };

const pin = (id: string, latitude: number, longitude: number): Pin => ({
  id,
  slot: 0,
  latitude,
  longitude,
  kind: 'ok',
  age: 'fresh',
});

test('what is fitted lies within the picture, with room around it', () => {
  const view = fitted(EUROPE, SIZE);
  const upper = projected(view, SIZE, { latitude: EUROPE.north, longitude: EUROPE.west });
  const lower = projected(view, SIZE, { latitude: EUROPE.south, longitude: EUROPE.east });
  expect(upper.x).toBeGreaterThanOrEqual(39);
  expect(upper.y).toBeGreaterThanOrEqual(39);
  expect(lower.x).toBeLessThanOrEqual(761);
  expect(lower.y).toBeLessThanOrEqual(561);
});

test('bounds in view are those of the corners', () => {
  const view = fitted(EUROPE, SIZE);
  const { west, north } = boundsOfView(view, SIZE);
  const corner = projected(view, SIZE, { latitude: north, longitude: west });
  expect(corner.x).toBeCloseTo(0);
  expect(corner.y).toBeCloseTo(0);
});

test('the map moves by pixels and never further out than the earth', () => {
  const view = fitted(EUROPE, SIZE);
  const at = { latitude: view.latitude, longitude: view.longitude };
  expect(projected(moved(view, 100, 0), SIZE, at).x).toBeCloseTo(300);
  expect(projected(moved(view, 0, -100), SIZE, at).y).toBeCloseTo(400, -1);
  expect(zoomed(view, 1e-9, SIZE).scale).toBeCloseTo(600 / 180);
});

test('pins close together are one heap, apart once one looks closer; none is lost', () => {
  const pins = [pin('a', 50, 8), pin('b', 50.01, 8.01), pin('c', 40, -3), pin('out', -30, 150)];
  const far = heapsOf(pins, fitted(EUROPE, SIZE), SIZE);
  expect(far.map((heap) => heap.pins.length).sort()).toEqual([1, 2]);
  const near = fitted({ west: 7.99, south: 49.995, east: 8.02, north: 50.015 }, SIZE);
  expect(heapsOf(pins, near, SIZE).map((heap) => heap.pins[0]?.id)).toEqual(['a', 'b']);
});
