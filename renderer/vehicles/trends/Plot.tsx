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

/** uPlot as a component: made, filled, sized, and taken away again. */
export function Plot({ options, data, height, cursor }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(null);
  const latest = useRef(data);
  latest.current = data;
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const made = new UPlot(
      { ...options, width: current.clientWidth, height },
      latest.current,
      current,
    );
    plot.current = made;
    const sizes = new ResizeObserver(() => made.setSize({ width: current.clientWidth, height }));
    sizes.observe(current);
    return () => {
      sizes.disconnect();
      made.destroy();
    };
  }, [options, height]);
  useEffect(() => plot.current?.setData(data), [data]);
  useEffect(() => {
    const { current } = plot;
    const left = cursor === null ? -1 : (current?.valToPos(cursor, 'x') ?? -1);
    current?.setCursor({ left, top: 0 }, false);
  }, [cursor]);
  return <div ref={place} aria-hidden />;
}
