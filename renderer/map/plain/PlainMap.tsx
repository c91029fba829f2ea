import {
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { formatCount } from '../../format/amount.ts';
import { boundsOf } from '../bounds.ts';
import styles from '../Map.module.css';
import type { MapDrawing } from '../mapHandle.ts';
import { type Heap, heapsOf } from './heaps.ts';
import pinStyles from './PinShape.module.css';
import { PinShape } from './PinShape.tsx';
import {
  boundsOfView,
  fitted,
  moved,
  type PlainView,
  projected,
  type Size,
  squeeze,
  zoomed,
} from './projection.ts';
import { useAreas } from './useAreas.ts';

/** How much closer one step gets. */
const ZOOM = 2;
/** Pixels that a pointer may move while it clicks. */
const CLICK_SLACK = 4;

/** The size of an element, kept up to date; `null` before it has one. */
function useSize(element: { readonly current: Element | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** The map as a plain drawing, where the window has no WebGL: coasts, lakes, pins. */
export function PlainMap(props: MapDrawing) {
  const { handle, pins, picked, current, from, start } = props;
  const element = useRef<HTMLDivElement>(null);
  const size = useSize(element);
  const [chosen, setChosen] = useState<PlainView | null>(null);
  const land = useAreas('land');
  const lakes = useAreas('lakes');
  const drag = useRef<{ x: number; y: number; view: PlainView; isDrag: boolean } | null>(null);
  const view = useMemo(
    () => (size ? (chosen ?? fitted(start, size)) : null),
    [chosen, size, start],
  );
  const heaps = useMemo(() => (size && view ? heapsOf(pins, view, size) : []), [pins, view, size]);

  useEffect(() => {
    if (!view || !size) return;
    handle.current = {
      show: (bounds) => setChosen(fitted(bounds, size)),
      zoom: (by) => setChosen(zoomed(view, by === 1 ? ZOOM : 1 / ZOOM, size)),
      pan: (right, down) => setChosen(moved(view, right * size.width, down * size.height)),
      reveal(position) {
        const { x, y } = projected(view, size, position);
        const isSeen = x >= 0 && y >= 0 && x <= size.width && y <= size.height;
        if (!isSeen) setChosen({ ...view, ...position });
      },
      pointOf: (position) => projected(view, size, position),
    };
    return () => {
      handle.current = null;
    };
  }, [handle, view, size]);

  const tellView = useEffectEvent(props.onView);
  const tellSize = useEffectEvent(props.onResize);
  const tellReady = useEffectEvent(props.onReady);
  useEffect(() => {
    if (size) tellSize();
  }, [size]);
  useEffect(() => {
    if (view && size) tellView(boundsOfView(view, size));
  }, [view, size]);
  useEffect(() => {
    if (land !== '') tellReady();
  }, [land]);

  const onPointerDown = ({ clientX, clientY, button }: PointerEvent) => {
    if (view && button === 0) drag.current = { x: clientX, y: clientY, view, isDrag: false };
  };
  const onPointerMove = ({ clientX, clientY, currentTarget, pointerId }: PointerEvent) => {
    const { current: begun } = drag;
    if (!begun) return;
    const right = begun.x - clientX;
    const down = begun.y - clientY;
    if (Math.hypot(right, down) > CLICK_SLACK && !begun.isDrag) {
      begun.isDrag = true;
      currentTarget.setPointerCapture(pointerId);
    }
    if (begun.isDrag) setChosen(moved(begun.view, right, down));
  };
  const clickHeap = ({ pins: members }: Heap, isAdded: boolean) => {
    const [first] = members;
    if (!first || !size) return;
    if (members.length === 1) props.onPin(first.id, isAdded);
    else setChosen(fitted(boundsOf(members), size));
  };
  const at = (position: Parameters<typeof projected>[2]) => {
    const { x, y } = size && view ? projected(view, size, position) : { x: 0, y: 0 };
    return `translate(${x} ${y})`;
  };

  return (
    <div
      ref={element}
      className={styles.canvas}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      onWheel={({ deltaY }) => {
        if (view && size) setChosen(zoomed(view, deltaY < 0 ? 1.25 : 0.8, size));
      }}
    >
      {size && view && (
        <svg className={styles.drawing} aria-hidden data-testid="plain-map">
          <g
            transform={`translate(${size.width / 2} ${size.height / 2}) scale(${view.scale * squeeze(view)} ${view.scale}) translate(${-view.longitude} ${view.latitude})`}
          >
            <path className={styles.land} d={land} />
            <path className={styles.lake} d={lakes} />
          </g>
          {heaps.map((heap) => {
            const [pin] = heap.pins;
            return (
              <g
                key={heap.key}
                transform={`translate(${heap.x} ${heap.y})`}
                onPointerUp={({ shiftKey, ctrlKey, metaKey }) => {
                  if (!drag.current?.isDrag) clickHeap(heap, shiftKey || ctrlKey || metaKey);
                }}
              >
                {heap.pins.length === 1 && pin ? (
                  <>
                    {picked.has(pin.id) && <circle className={styles.pickedPin} r={17} />}
                    <PinShape kind={pin.kind} age={pin.age} />
                  </>
                ) : (
                  <>
                    <circle
                      className={pinStyles.heap}
                      r={15}
                      data-picked={heap.pins.some(({ id }) => picked.has(id)) || undefined}
                    />
                    <text className={styles.heapCount} textAnchor="middle" dy="4">
                      {formatCount(heap.pins.length)}
                    </text>
                  </>
                )}
              </g>
            );
          })}
          {current && <circle className={styles.currentMark} r={17} transform={at(current)} />}
          {from && <circle className={styles.fromMark} r={6} transform={at(from)} />}
        </svg>
      )}
    </div>
  );
}
