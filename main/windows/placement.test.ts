import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bounds, MIN_SIZE, placed } from './placement.ts';

const LAPTOP: Bounds = { x: 0, y: 25, width: 1440, height: 875 };
const RIGHT: Bounds = { x: 1440, y: 0, width: 1920, height: 1040 };
const LEFT: Bounds = { x: -1920, y: 0, width: 1920, height: 1040 };

test('a window that is wholly on a screen stays where it was left', () => {
  const wanted = { x: 1600, y: 100, width: 1280, height: 800 };
  expect(placed(wanted, [LAPTOP, RIGHT])).toEqual({ bounds: wanted, least: MIN_SIZE });
  const leftOf = { x: -1800, y: 100, width: 1280, height: 800 };
  expect(placed(leftOf, [LAPTOP, LEFT]).bounds).toEqual(leftOf);
});

test('a window whose screen is gone comes to the middle of the primary one', () => {
  const wanted = { x: 1600, y: 100, width: 1280, height: 800 };
  expect(placed(wanted, [LAPTOP]).bounds).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
});

test('a window that hangs over the edge is drawn in, on the screen that has most of it', () => {
  const wanted = { x: 1200, y: 700, width: 1280, height: 800 };
  expect(placed(wanted, [LAPTOP, RIGHT]).bounds).toEqual({
    x: 1440,
    y: 240,
    width: 1280,
    height: 800,
  });
});

test('without a remembered place the desktop chooses one', () => {
  const { bounds } = placed({ width: 3000, height: 800 }, [LAPTOP, RIGHT]);
  expect(bounds).toEqual({ width: 1440, height: 800 });
});

test('a screen below the least size gives all that it has', () => {
  const small = { x: 0, y: 0, width: 800, height: 560 };
  expect(placed({ x: 10, y: 10, width: 1280, height: 800 }, [small])).toEqual({
    bounds: small,
    least: { width: 800, height: 560 },
  });
});

test('no window is ever outside of all screens, larger than its own, or too small for it', () => {
  const coordinate = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 1, max: 10_000 });
  const area = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 320, max: 8_000 }),
    height: fc.integer({ min: 240, max: 8_000 }),
  });
  const wanted = fc.record({ x: coordinate, y: coordinate, width: size, height: size });
  fc.assert(
    fc.property(wanted, fc.array(area, { minLength: 1, maxLength: 4 }), (window, areas) => {
      const { bounds, least } = placed(window, areas);
      const { x = Number.NaN, y = Number.NaN, width, height } = bounds;
      const home = areas.find(
        (one) =>
          x >= one.x &&
          y >= one.y &&
          x + width <= one.x + one.width &&
          y + height <= one.y + one.height,
      );
      expect(home).toBeDefined();
      expect(width).toBeGreaterThanOrEqual(least.width);
      expect(height).toBeGreaterThanOrEqual(least.height);
      // Once placed, it stays.
      expect(placed(bounds, areas).bounds).toEqual(bounds);
    }),
  );
});
