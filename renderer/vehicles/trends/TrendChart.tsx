import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type UPlot from 'uplot';
import { amountWords } from '../../format/amount.ts';
import { useTimed } from '../../state/clock.ts';
import { inkOf, useThemeVersion } from './inks.ts';
import { Plot } from './Plot.tsx';
import { nearestPoint, type PlotData, plotData } from './plotData.ts';
import { type PlotLook, plotOptions } from './plotOptions.ts';
import styles from './TrendChart.module.css';
import type { Trend } from './trend.ts';
import { amountOf, momentText, summaryText } from './trendWords.ts';

const HEIGHT = 132;

/** One per line, in the order of the parts. */
export const LINE_INKS = ['--trend-1', '--trend-2', '--trend-3', '--trend-4'] as const;

interface TrendChartProps {
  readonly trend: Trend;
  /** The time that is drawn, milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

type Look = Omit<PlotLook, 'inks' | 'font'>;

/** The options in the colours of the theme; `null` until there is an element to read them from. */
function useOptions(place: RefObject<HTMLElement | null>, look: Look, lines: number) {
  const theme = useThemeVersion();
  const [options, setOptions] = useState<ReturnType<typeof plotOptions> | null>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current || theme < 0) return;
    const inks = {
      text: inkOf(current, '--text-quiet'),
      grid: inkOf(current, '--line'),
      lines: LINE_INKS.slice(0, lines).map((variable) => inkOf(current, variable)),
    };
    setOptions(
      plotOptions({ ...look, inks, font: `11px ${getComputedStyle(current).fontFamily}` }),
    );
  }, [place, look, lines, theme]);
  return options;
}

/**
 * The course of one kind. A slider lies over the drawing, so that keyboards and screen readers go from
 * value to value as the pointer does; its name is the chart in one sentence.
 */
export function TrendChart({ trend, from, to }: TrendChartProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { points, measure, parts } = trend;
  const data = useMemo(() => plotData(points, parts.length), [points, parts]);
  const columns = useMemo(() => [data.moments, ...data.lines] as UPlot.AlignedData, [data]);
  const latest = useRef<{ data: PlotData; points: Trend['points'] }>({ data, points });
  latest.current = { data, points };
  /** `null`: the newest. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [isShown, setShown] = useState(false);
  const at = Math.min(chosen ?? points.length - 1, points.length - 1);
  const point = points[at];
  const look = useMemo<Look>(
    () => ({
      measure,
      from,
      to,
      words: (number) => amountWords(amountOf(measure, number)),
      alone: () => latest.current.data.alone,
      onCursor(moment) {
        setShown(moment !== null);
        setChosen(moment === null ? null : nearestPoint(latest.current.points, moment));
      },
      placeOf(at) {
        const shown = latest.current.data.points;
        // Where a gap lies, the value before it.
        return shown.indexOf(shown[at] ?? at);
      },
    }),
    [measure, from, to],
  );
  const options = useOptions(place, look, parts.length);
  const summary = useTimed((now) => summaryText(t, trend, now));
  if (!point) return null;
  return (
    <div ref={place} className={styles.chart}>
      {options && (
        <Plot
          options={options}
          data={columns}
          height={HEIGHT}
          cursor={isShown ? point.moment : null}
        />
      )}
      <input
        type="range"
        className={styles.cursor}
        data-testid={`trend-cursor-${trend.kind}`}
        aria-label={summary}
        aria-valuetext={momentText(t, trend, point)}
        min={0}
        max={points.length - 1}
        value={at}
        onFocus={() => setShown(true)}
        onBlur={({ target }) => {
          // Another window came to the front; the keyboard comes back to the same value.
          if (document.activeElement === target) return;
          setShown(false);
          setChosen(null);
        }}
        onChange={({ target }) => setChosen(Number(target.value))}
      />
      <p className={styles.readout} aria-hidden data-testid={`trend-readout-${trend.kind}`}>
        {momentText(t, trend, point)}
      </p>
    </div>
  );
}
