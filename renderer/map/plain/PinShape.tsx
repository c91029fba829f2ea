import type { Freshness } from '../../readings/freshness.ts';
import {
  CIRCLE_RADIUS,
  PIN_SHAPES,
  PIN_SIZE,
  RING_DASHES,
  RING_RADIUS,
  RING_WIDTH,
  RINGED_SIZE,
} from '../pinImages.ts';
import type { PinKind } from '../pins.ts';
import styles from './PinShape.module.css';

/** Pixels of a pin within a line of text. */
const ICON_SIZE = 24;

interface PinShapeProps {
  readonly kind: PinKind;
  readonly age: Freshness;
}

/** A pin around the origin of a drawing: the same shapes that MapLibre's map is given. */
export function PinShape({ kind, age }: PinShapeProps) {
  const corners = PIN_SHAPES[kind];
  const dashes = RING_DASHES[age];
  const isStale = age === 'stale';
  const shape = { className: styles.pin, 'data-kind': kind, 'data-old': isStale || undefined };
  return (
    <>
      {dashes && (
        <circle
          className={styles.ring}
          data-kind={kind}
          r={RING_RADIUS}
          strokeWidth={RING_WIDTH}
          strokeDasharray={dashes.join(' ')}
        />
      )}
      {corners ? (
        <polygon
          {...shape}
          points={corners
            .map(([x, y]) => `${(x - 0.5) * PIN_SIZE},${(y - 0.5) * PIN_SIZE}`)
            .join(' ')}
        />
      ) : (
        <circle {...shape} r={CIRCLE_RADIUS * PIN_SIZE} />
      )}
    </>
  );
}

/** The same as a small picture within a line of text. */
export function PinIcon(props: PinShapeProps) {
  const half = RINGED_SIZE / 2;
  return (
    <svg
      width={ICON_SIZE}
      height={ICON_SIZE}
      viewBox={`${-half} ${-half} ${RINGED_SIZE} ${RINGED_SIZE}`}
      aria-hidden
    >
      <PinShape {...props} />
    </svg>
  );
}

/** A number on the map with picked vehicles in it, as a small picture. */
export function PickedIcon() {
  return (
    <svg width={ICON_SIZE} height={ICON_SIZE} viewBox="-20 -20 40 40" aria-hidden>
      <circle className={styles.heap} r={15} data-picked />
    </svg>
  );
}
