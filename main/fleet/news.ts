import type { Reach, Vehicle } from '../../contract/vehicles.ts';
import type { Clock } from './sync/clock.ts';
import { toVehicle, type VehicleRecord } from './vehicleRecord.ts';

/** A change of the fleet; vehicles that are not named stay as they were. */
export interface FleetNews {
  readonly changed: readonly Vehicle[];
  readonly removed: readonly string[];
  readonly refreshing: readonly string[];
  readonly reach: Reach;
}

/** Gathers what changes, so that the screens hear of thousands of changes in few messages. */
export interface NewsDesk {
  /** Something changed; told within `EVERY_MS`. The newest state of a vehicle wins. */
  note(changed: readonly VehicleRecord[], removed?: readonly string[]): void;
  /** Tells what is still untold. */
  flush(): void;
  /** Forgets what is still untold: the screens are about to hear everything anew. */
  clear(): void;
}

/** Quick enough to look immediate, and seldom enough for a screen to stay smooth. */
const EVERY_MS = 100;

export interface NewsDeskOptions {
  readonly clock: Pick<Clock, 'after'>;
  readonly refreshing: () => readonly string[];
  readonly reach: () => Reach;
  readonly onNews: (news: FleetNews) => void;
}

export function createNewsDesk(options: NewsDeskOptions): NewsDesk {
  const changed = new Map<string, VehicleRecord>();
  const removed = new Set<string>();
  let callOff: (() => void) | null = null;

  function clear(): void {
    callOff?.();
    callOff = null;
    changed.clear();
    removed.clear();
  }

  function flush(): void {
    if (!callOff) return;
    const news = {
      changed: [...changed.values()].map(toVehicle),
      removed: [...removed],
      refreshing: options.refreshing(),
      reach: options.reach(),
    };
    clear();
    options.onNews(news);
  }

  return {
    note(records, ids = []) {
      for (const record of records) {
        changed.set(record.id, record);
        removed.delete(record.id);
      }
      for (const id of ids) {
        removed.add(id);
        changed.delete(id);
      }
      callOff ??= options.clock.after(EVERY_MS, flush);
    },
    flush,
    clear,
  };
}
