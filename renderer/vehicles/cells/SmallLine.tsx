import { useEffect, useSyncExternalStore } from 'react';
import type { SmallLineKind } from '../../../contract/trends.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { LINE_SIZE } from '../trends/linePath.ts';
import { createSmallLines } from '../trends/smallLines.ts';
import styles from './cells.module.css';

const lines = createSmallLines({
  ask: (vehicleIds, from) =>
    window.motorpool['fleet.smallLines']({ vehicleIds: [...vehicleIds], from }),
  now: Date.now,
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
});

interface SmallLineProps {
  readonly vehicle: Vehicle;
  readonly kind: SmallLineKind;
}

/**
 * The last 30 days of a value as a line beside it. Hidden from screen readers: the value is there in
 * words, and its course in the details.
 */
export function SmallLine({ vehicle: { id, readings, refreshedAt }, kind }: SmallLineProps) {
  const version = refreshedAt ?? readings[kind].last?.fetchedAt ?? '';
  useEffect(() => lines.want(id, version), [id, version]);
  const path = useSyncExternalStore(lines.subscribe, () => lines.path(id, kind));
  return (
    <svg
      className={styles.line}
      width={LINE_SIZE.width}
      height={LINE_SIZE.height}
      aria-hidden="true"
      data-testid={`small-line-${kind}`}
    >
      {path && <path d={path} />}
    </svg>
  );
}
