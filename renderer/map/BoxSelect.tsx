import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box } from './areas.ts';
import styles from './Map.module.css';

interface BoxSelectProps {
  readonly onBox: (box: Box) => void;
  readonly onCancel: () => void;
}

const STEP = 24;
/** Pixels: a smaller box was a click. */
const LEAST = 6;

/** A box between two corners, whichever way it was drawn. */
function between(x1: number, y1: number, x2: number, y2: number): Box {
  return {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/**
 * A box over the map: dragged, or moved by the arrows and made larger or smaller by them with Shift;
 * Enter takes what is in it.
 */
export function BoxSelect({ onBox, onCancel }: BoxSelectProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<Box | null>(null);
  const corner = useRef<readonly [number, number] | null>(null);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const { clientWidth, clientHeight } = element;
    setBox(between(clientWidth / 4, clientHeight / 4, clientWidth * 0.75, clientHeight * 0.75));
    element.focus();
  }, []);

  const pointAt = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return [clientX - left, clientY - top] as const;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
      return;
    }
    if (event.key === 'Enter' && box) {
      event.preventDefault();
      onBox(box);
      return;
    }
    const step = ARROWS[event.key];
    if (!step || !box) return;
    event.preventDefault();
    const [right, down] = step;
    setBox({
      left: box.left + (event.shiftKey ? 0 : right),
      top: box.top + (event.shiftKey ? 0 : down),
      right: Math.max(box.left + STEP, box.right + right),
      bottom: Math.max(box.top + STEP, box.bottom + down),
    });
  };
  // The application role hands every key to the page instead of the screen reader's own commands.
  const role = { role: 'application', tabIndex: 0, 'aria-label': t('map.box.label') };
  const handlers = {
    onKeyDown,
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      corner.current = pointAt(event);
    },
    onPointerMove(event: PointerEvent) {
      if (!corner.current) return;
      setBox(between(...corner.current, ...pointAt(event)));
    },
    onPointerUp(event: PointerEvent) {
      if (!corner.current) return;
      const drawn = between(...corner.current, ...pointAt(event));
      corner.current = null;
      if (drawn.right - drawn.left > LEAST && drawn.bottom - drawn.top > LEAST) onBox(drawn);
    },
  };
  return (
    <div ref={area} {...role} className={styles.boxArea} data-testid="map-box" {...handlers}>
      <p className={styles.boxHint}>{t('map.box.hint')}</p>
      {box && (
        <div
          className={styles.box}
          style={{
            left: box.left,
            top: box.top,
            width: box.right - box.left,
            height: box.bottom - box.top,
          }}
        />
      )}
    </div>
  );
}
