import type { SmallLineKind, SmallLines } from '../../../contract/trends.ts';
import { createListeners } from '../../state/fleet/listeners.ts';
import { linePath } from './linePath.ts';

const DAY_MS = 86_400_000;
const DAYS = 30;

/** So long the table has to stand still: nothing is asked for rows that only fly by. */
const REST_MS = 150;
/** Vehicles per question; more than there are rows on a large screen. */
const BATCH = 100;
/** So many vehicles' lines are kept for scrolling back. */
const KEPT = 500;

/** What the lines need of the outside, so that tests can hold it still. */
export interface SmallLineParts {
  readonly ask: (vehicleIds: readonly string[], from: string) => Promise<readonly SmallLines[]>;
  readonly now: () => number;
  /** Calls back later; answers the function that calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
}

type Paths = Readonly<Record<SmallLineKind, string>>;

interface Kept {
  /** Of which reading it was the newest when it was asked for. */
  readonly version: string;
  readonly paths: Paths;
}

/** The small lines of the rows in view. */
export interface SmallLineStore {
  /** A row is there that shows this vehicle's lines as of `version`; answers the function that ends it. */
  readonly want: (vehicleId: string, version: string) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** The path of a line (see `linePath`); `null` while it is not known. */
  readonly path: (vehicleId: string, kind: SmallLineKind) => string | null;
}

/**
 * Asks for many rows at once, once the table stands still, and only for those that are still there. What
 * came is kept for a while; a line whose vehicle was read meanwhile is shown until the new one is there.
 */
export function createSmallLines({ ask, now, after }: SmallLineParts): SmallLineStore {
  const wanted = new Map<string, string>();
  const kept = new Map<string, Kept>();
  const listeners = createListeners();
  let callOff: (() => void) | null = null;
  let isAsking = false;

  const isMissing = ([id, version]: readonly [string, string]) => kept.get(id)?.version !== version;

  function keep(id: string, entry: Kept): void {
    kept.delete(id);
    kept.set(id, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) return;
      if (!wanted.has(oldest)) kept.delete(oldest);
    }
  }

  function soon(): void {
    callOff?.();
    callOff = after(REST_MS, () => void fetch());
  }

  async function fetch(): Promise<void> {
    callOff = null;
    const missing = [...wanted].filter(isMissing).slice(0, BATCH);
    if (isAsking || missing.length === 0) return;
    isAsking = true;
    const versions = new Map(missing);
    const to = now();
    const from = to - DAYS * DAY_MS;
    try {
      const ids = missing.map(([id]) => id);
      for (const { vehicleId, lines } of await ask(ids, new Date(from).toISOString())) {
        const paths = {
          odometer: linePath('odometer', lines.odometer, from, to),
          battery: linePath('battery', lines.battery, from, to),
          fuel: linePath('fuel', lines.fuel, from, to),
        };
        keep(vehicleId, { version: versions.get(vehicleId) ?? '', paths });
      }
    } finally {
      isAsking = false;
    }
    listeners.tell();
    if ([...wanted].some(isMissing)) soon();
  }

  return {
    want(vehicleId, version) {
      wanted.set(vehicleId, version);
      if (isMissing([vehicleId, version])) soon();
      return () => {
        // Another row of the same vehicle may have come in between.
        if (wanted.get(vehicleId) === version) wanted.delete(vehicleId);
      };
    },
    subscribe: listeners.subscribe,
    path: (vehicleId, kind) => kept.get(vehicleId)?.paths[kind] ?? null,
  };
}
