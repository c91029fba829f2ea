import { gapsBefore } from './gaps.ts';
import type { TrendPoint } from './trend.ts';

/** Columns for the chart library: moments, and per line its numbers, with an empty place in each gap. */
export interface PlotData {
  readonly moments: readonly number[];
  readonly lines: readonly (readonly (number | null)[])[];
  /** For each place of the columns the point that it shows; the one before, in a gap. */
  readonly points: readonly number[];
  /** Places that no line reaches; they are drawn as dots. */
  readonly alone: readonly number[];
}

/** Lays points out for drawing, so that gaps stay open and single values are seen. */
export function plotData(points: readonly TrendPoint[], parts: number): PlotData {
  const gaps = gapsBefore(points.map(({ moment }) => moment));
  const moments: number[] = [];
  const places: number[] = [];
  const alone: number[] = [];
  const lines = Array.from({ length: parts }, (): (number | null)[] => []);
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    if (gaps.has(at) && before) {
      moments.push((before.moment + point.moment) / 2);
      places.push(at - 1);
      for (const line of lines) line.push(null);
    }
    const isFirst = at === 0 || gaps.has(at);
    const isLast = at === points.length - 1 || gaps.has(at + 1);
    if (isFirst && isLast) alone.push(moments.length);
    moments.push(point.moment);
    places.push(at);
    for (const [part, line] of lines.entries()) line.push(point.numbers[part] ?? null);
  }
  return { moments, lines, points: places, alone };
}

/** The point next to a moment; -1 where there is none. */
export function nearestPoint(points: readonly TrendPoint[], moment: number): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, point] of points.entries()) {
    const distance = Math.abs(point.moment - moment);
    if (distance >= least) continue;
    nearest = at;
    least = distance;
  }
  return nearest;
}
