import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boxAround, type Point } from './areas.ts';
import styles from './Map.module.css';

interface LassoSelectProps {
  readonly onLasso: (line: readonly Point[]) => void;
  readonly onBox: () => void;
  readonly onCancel: () => void;
}

/** Pixels between two points of the line: what lies closer together looks the same. */
const STEP = 3;
/** Pixels: a smaller line was a click. */
const LEAST = 6;

/** Where the pointer was; a busy window is told of several places in one event. */
function pointsOf({ nativeEvent, currentTarget }: PointerEvent): Point[] {
  const { left, top } = currentTarget.getBoundingClientRect();
  const passed = nativeEvent.getCoalescedEvents();
  return [...passed, nativeEvent].map(({ clientX, clientY }) => ({
    x: clientX - left,
    y: clientY - top,
  }));
}

/** A line drawn around vehicles with the pointer. Keys have the box for it, one key away. */
export function LassoSelect({ onLasso, onBox, onCancel }: LassoSelectProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  // What is drawn so far; several moves can come before the page is painted again.
  const drawn = useRef<Point[] | null>(null);
  const [line, setLine] = useState<readonly Point[]>([]);
  useEffect(() => area.current?.focus(), []);

  const add = (points: readonly Point[]) => {
    const line = drawn.current;
    if (!line) return;
    for (const point of points) {
      const last = line.at(-1);
      if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= STEP) line.push(point);
    }
    setLine([...line]);
  };
  const handlers = {
    onKeyDown(event: KeyboardEvent) {
      const act = { Escape: onCancel, b: onBox, B: onBox }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drawn.current = [];
      add(pointsOf(event));
    },
    onPointerMove(event: PointerEvent) {
      add(pointsOf(event));
    },
    onPointerUp(event: PointerEvent) {
      add(pointsOf(event));
      const whole = drawn.current;
      drawn.current = null;
      if (!whole) return;
      const { left, right, top, bottom } = boxAround(whole);
      if (right - left > LEAST && bottom - top > LEAST) onLasso(whole);
      else setLine([]);
    },
  };
  // The application role hands every key to the page instead of the screen reader's own commands.
  const role = { role: 'application', tabIndex: 0, 'aria-label': t('mapLasso.label') };
  return (
    <div
      ref={area}
      {...role}
      className={styles.boxArea}
      aria-describedby="map-lasso-hint"
      data-testid="map-lasso"
      {...handlers}
    >
      <p id="map-lasso-hint" className={styles.boxHint}>
        {t('mapLasso.hint')}
      </p>
      <svg className={styles.lasso} aria-hidden>
        <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
    </div>
  );
}
