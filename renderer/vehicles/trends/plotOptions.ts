import type UPlot from 'uplot';
import { perLocale } from '../../format/locale.ts';
import { digitsOf, sizeOf } from '../../format/units.ts';
import { type Measure, QUANTITY } from './trend.ts';

const DAY_MS = 86_400_000;

/** Whole days up to a fortnight, then months: nothing is read so often that hours would tell more. */
const DAYS = [1, 2, 4, 7, 14, 30, 60, 90, 180, 365].map((days) => days * DAY_MS);

const WHOLE = [1, 2, 5];
const POWERS = [0, 1, 2, 3, 4, 5];

/** Steps of the axis that are round in the unit that is shown, and no finer than its numbers. */
function incrementsOf(measure: Measure): number[] {
  if (measure === 'fraction') return [0.25, 0.5];
  const quantity = QUANTITY[measure];
  const finest = sizeOf(quantity) / 10 ** digitsOf(quantity);
  return POWERS.flatMap((power) => WHOLE.map((one) => one * 10 ** power * finest));
}

/** Lines that lie in one chart differ by more than their colour. */
export const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [9, 3, 2, 3]];

const day = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
);
const month = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }),
);

/** What decides how a chart is drawn, beside its numbers. */
export interface PlotLook {
  readonly measure: Measure;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly inks: {
    readonly text: string;
    readonly grid: string;
    readonly lines: readonly string[];
  };
  readonly font: string;
  /** An axis value with its unit. */
  readonly words: (number: number) => string;
  /** Places of the data that no line reaches. */
  readonly alone: () => readonly number[];
  /** Called with the moment under the pointer; `null` when it has left. */
  readonly onCursor: (moment: number | null) => void;
  /** The place of the data to mark for the one under the pointer. */
  readonly placeOf: (at: number) => number;
}

/** Levels keep their whole scale, so that a little less does not look like empty. */
function scaleOf(measure: Measure): UPlot.Scale {
  if (measure === 'fraction') return { range: [0, 1] };
  const least = { km: 10, kpa: 20, litres: 5 }[measure];
  return {
    range(_plot, low, high) {
      if (low === null || high === null) return [0, 1];
      const space = Math.max(least, high - low) * 0.1;
      const middle = (low + high) / 2;
      const half = Math.max(least, high - low) / 2 + space;
      return [Math.max(0, middle - half), middle + half];
    },
  };
}

/** About six pixels a character at this size, and the room to the line. */
function axisWidth(_plot: UPlot, values: string[] | null): number {
  const longest = Math.max(0, ...(values ?? []).map(({ length }) => length));
  return longest * 6.2 + 12;
}

/** A chart of one kind: time from left to right, gaps open, no frame, no legend. */
export function plotOptions(look: PlotLook): Omit<UPlot.Options, 'width' | 'height'> {
  const { measure, from, to, inks, font, words, alone, onCursor, placeOf } = look;
  const dates = to - from > 100 * DAY_MS ? month : day;
  const axis = { stroke: inks.text, font, grid: { stroke: inks.grid, width: 1 } };
  const ticks = { show: false };
  let heard: MouseEvent | undefined;
  return {
    ms: 1,
    legend: { show: false },
    padding: [8, 8, 0, 0],
    scales: { x: { time: true, range: [from, to] }, y: scaleOf(measure) },
    axes: [
      {
        ...axis,
        ticks,
        size: 24,
        gap: 4,
        space: dates === month ? 68 : 56,
        incrs: DAYS,
        values: (_plot, splits) => splits.map((split) => dates().format(split)),
      },
      {
        ...axis,
        ticks,
        size: axisWidth,
        gap: 6,
        space: 28,
        incrs: incrementsOf(measure),
        values: (_plot, splits) => splits.map(words),
      },
    ],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      dataIdx: (_plot, _series, at) => placeOf(at),
    },
    hooks: {
      setCursor: [
        (plot) => {
          const { left = -1, event } = plot.cursor;
          // The library tells of its own moves too, as when it is made or gets another size.
          if (!event || event === heard) return;
          heard = event;
          onCursor(left < 0 ? null : plot.posToVal(left, 'x'));
        },
      ],
    },
    series: [
      {},
      ...inks.lines.map((stroke, line) => ({
        stroke,
        width: 1.75,
        dash: [...(DASHES[line] ?? [])],
        spanGaps: false,
        points: { show: true, size: 6, fill: stroke, filter: () => [...alone()] },
      })),
    ],
  };
}
