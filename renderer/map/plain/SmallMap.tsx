import { useMemo } from 'react';
import { useCities } from '../../places/cityStore.ts';
import type { Position } from '../../places/geo.ts';
import { around, isWithin } from '../bounds.ts';
import { RINGED_SIZE } from '../pinImages.ts';
import type { Pin } from '../pins.ts';
import { PinShape } from './PinShape.tsx';
import { boundsOfView, fitted, projected, squeeze } from './projection.ts';
import styles from './SmallMap.module.css';
import { useAreas } from './useAreas.ts';

interface SmallMapProps extends Pick<Pin, 'kind' | 'age'> {
  readonly position: Position;
  /** What is seen, in words. */
  readonly label: string;
}

/** Of the drawing; it is as wide as there is room. */
const SIZE = { width: 360, height: 240 };

/** Half the height of what is shown: far enough for cities and coasts, which is all there is. */
const DEGREES = 1.2;

/** The largest cities in view that are named. */
const NAMED = 6;
/** Pixels between two names, so that none lies on another. */
const APART = { x: 70, y: 16 };

interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The largest of these whose names have room. */
function withRoom(places: readonly Named[]): readonly Named[] {
  const kept: Named[] = [];
  for (const place of places) {
    const isFree = kept.every(
      ({ x, y }) => Math.abs(x - place.x) > APART.x || Math.abs(y - place.y) > APART.y,
    );
    if (isFree) kept.push(place);
    if (kept.length === NAMED) break;
  }
  return kept;
}

/** One position among coasts and cities, from the app's own base map; nothing is asked of anybody. */
export function SmallMap({ position, kind, age, label }: SmallMapProps) {
  const { latitude, longitude } = position;
  const cities = useCities();
  const [view, bounds] = useMemo(() => {
    const fit = fitted(around({ latitude, longitude }, DEGREES), SIZE);
    return [fit, boundsOfView(fit, SIZE)] as const;
  }, [latitude, longitude]);
  const land = useAreas('land', bounds);
  const lakes = useAreas('lakes', bounds);
  const named = useMemo(() => {
    const seen = cities?.all().filter((city) => isWithin(bounds, city)) ?? [];
    return withRoom(seen.map((city) => ({ name: city.name, ...projected(view, SIZE, city) })));
  }, [cities, view, bounds]);
  const at = projected(view, SIZE, position);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      className={styles.map}
      data-testid="small-map"
      data-ready={land !== '' || undefined}
    >
      <g
        transform={`translate(${SIZE.width / 2} ${SIZE.height / 2}) scale(${view.scale * squeeze(view)} ${view.scale}) translate(${-view.longitude} ${view.latitude})`}
      >
        <path className={styles.land} d={land} />
        <path className={styles.lake} d={lakes} />
      </g>
      {named.map(({ name, x, y }) => (
        <g key={`${name} ${x} ${y}`} transform={`translate(${x} ${y})`} className={styles.city}>
          <circle r={2} />
          <text
            y={Math.hypot(x - at.x, y - at.y) < RINGED_SIZE ? -RINGED_SIZE / 2 - 4 : -5}
            textAnchor="middle"
          >
            {name}
          </text>
        </g>
      ))}
      <g transform={`translate(${at.x} ${at.y})`}>
        <PinShape kind={kind} age={age} />
      </g>
    </svg>
  );
}
