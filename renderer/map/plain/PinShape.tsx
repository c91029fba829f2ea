import { CIRCLE_RADIUS, PIN_SHAPES, PIN_SIZE } from '../pinImages.ts';
import type { PinKind } from '../pins.ts';
import styles from './PinShape.module.css';

interface PinShapeProps {
  readonly kind: PinKind;
  readonly isStale: boolean;
}

/** A pin around the origin of a drawing: the same shapes that MapLibre's map is given. */
export function PinShape({ kind, isStale }: PinShapeProps) {
  const corners = PIN_SHAPES[kind];
  const shape = { className: styles.pin, 'data-kind': kind, 'data-old': isStale || undefined };
  return corners ? (
    <polygon
      {...shape}
      points={corners.map(([x, y]) => `${(x - 0.5) * PIN_SIZE},${(y - 0.5) * PIN_SIZE}`).join(' ')}
    />
  ) : (
    <circle {...shape} r={CIRCLE_RADIUS * PIN_SIZE} />
  );
}

/** The same as a small picture within a line of text. */
export function PinIcon(props: PinShapeProps) {
  const half = PIN_SIZE / 2;
  return (
    <svg
      width={PIN_SIZE}
      height={PIN_SIZE}
      viewBox={`${-half} ${-half} ${PIN_SIZE} ${PIN_SIZE}`}
      aria-hidden
    >
      <PinShape {...props} />
    </svg>
  );
}
