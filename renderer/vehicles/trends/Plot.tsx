import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

interface PlotProps {
  /** The same object while nothing but the data changes; the plot is made anew with another one. */
  readonly options: Omit<UPlot.Options, 'width' | 'height'>;
  readonly data: UPlot.AlignedData;
  /** In CSS pixels; the width is that of the place it is in. */
  readonly height: number;
  /** Where the cursor stands, in the unit of x; `null` where there is none. */
  readonly cursor: number | null;
}

/** Moves the cursor once the plot has drawn what it was told before: until then it has no scale. */
function moveCursor(plot: UPlot, cursor: number | null): void {
  queueMicrotask(() => {
    const left = cursor === null ? -1 : plot.valToPos(cursor, 'x');
    plot.setCursor({ left, top: 0 }, false);
  });
}

/** uPlot as a component: made, filled, sized, and taken away again. */
export function Plot({ options, data, height, cursor }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(null);
  const latest = useRef({ data, cursor });
  latest.current = { data, cursor };
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const size = () => ({ width: current.clientWidth, height });
    const made = new UPlot({ ...options, ...size() }, latest.current.data, current);
    plot.current = made;
    moveCursor(made, latest.current.cursor);
    const sizes = new ResizeObserver(() => made.setSize(size()));
    sizes.observe(current);
    return () => {
      sizes.disconnect();
      made.destroy();
    };
  }, [options, height]);
  useEffect(() => {
    const { current } = plot;
    if (!current) return;
    if (current.data !== data) current.setData(data);
    moveCursor(current, cursor);
  }, [data, cursor]);
  return <div ref={place} aria-hidden />;
}
