import { expect, test } from 'vitest';
import { nearestPoint, plotData } from './plotData.ts';

const DAY = 86_400_000;
const point = (day: number, ...numbers: number[]) => ({
  moment: day * DAY,
  isMeasured: true,
  numbers,
});

test('a gap gets an empty place, which belongs to the value before it', () => {
  const points = [point(0, 1, 5), point(1, 2, 6), point(9, 3, 7), point(10, 4, 8)];
  expect(plotData(points, 2)).toEqual({
    moments: [0, DAY, 5 * DAY, 9 * DAY, 10 * DAY],
    lines: [
      [1, 2, null, 3, 4],
      [5, 6, null, 7, 8],
    ],
    points: [0, 1, 1, 2, 3],
    alone: [],
  });
});

test('a value between two gaps, and a single one, is a dot', () => {
  const points = [point(0, 1), point(1, 1), point(9, 2), point(20, 3), point(21, 3)];
  const { alone, moments } = plotData(points, 1);
  expect(alone.map((at) => moments[at])).toEqual([9 * DAY]);
  expect(plotData([point(3, 1)], 1).alone).toEqual([0]);
  expect(plotData([], 1).moments).toEqual([]);
});

test('the pointer means the nearest value', () => {
  const points = [point(0, 1), point(2, 1), point(9, 1)];
  expect(nearestPoint(points, 0.9 * DAY)).toBe(0);
  expect(nearestPoint(points, 1.1 * DAY)).toBe(1);
  expect(nearestPoint(points, 99 * DAY)).toBe(2);
  expect(nearestPoint([], 0)).toBe(-1);
});
