import { READING_PROBLEM_REASONS, type ReadingProblemReason } from '../../../contract/readings.ts';
import type { Reach, Vehicle } from '../../../contract/vehicles.ts';
import { reasonBit, STATE_BIT } from './facts.ts';
import type { VehicleStore } from './vehicleStore.ts';

/** What is known of the fleet as a whole. */
export interface FleetSummary {
  /** All vehicles, those that are still on their way to the screen among them. */
  readonly count: number;
  readonly isLoading: boolean;
  /** Some of them could not be loaded. */
  readonly isIncomplete: boolean;
  /** Vehicles being read right now. */
  readonly refreshing: ReadonlySet<string>;
  readonly reach: Reach;
  /** The last time that Motorpool got an answer for any vehicle (ISO 8601). */
  readonly readAt: string | null;
  readonly accessCounts: Readonly<Record<Vehicle['access'], number>>;
  /** The vehicles of each problem that some of their readings have. */
  readonly problems: ReadonlyMap<ReadingProblemReason, ProblemGroup>;
}

export interface ProblemGroup {
  readonly count: number;
  readonly ids: () => readonly string[];
}

type Counted = Pick<FleetSummary, 'readAt' | 'accessCounts' | 'problems'>;

function reasonsAt(store: VehicleStore, slot: number): number {
  const isEnded = (store.numbers.states.at(slot) & STATE_BIT.reconnect) !== 0;
  // An access that has ended is the one thing to say of a vehicle.
  return isEnded ? reasonBit('reconnect') : store.numbers.reasons.at(slot);
}

/** Counts the vehicles that are here by what stands in the way. */
export function countFleet(store: VehicleStore): Counted {
  const { numbers } = store;
  const withReason = new Uint32Array(READING_PROBLEM_REASONS.length);
  let newest = Number.NaN;
  let ended = 0;
  let without = 0;
  for (let slot = 0; slot < store.slots(); slot += 1) {
    if (store.idAt(slot) === null) continue;
    const states = numbers.states.at(slot);
    ended += Number((states & STATE_BIT.reconnect) !== 0);
    without += Number((states & STATE_BIT.noTokens) !== 0);
    const readAt = numbers.refreshedAt.at(slot);
    if (Number.isNaN(newest) || readAt > newest) newest = readAt;
    const reasons = reasonsAt(store, slot);
    if (reasons === 0) continue;
    for (const at of withReason.keys()) {
      if ((reasons & (1 << at)) !== 0) withReason[at] = (withReason[at] ?? 0) + 1;
    }
  }
  const problems = READING_PROBLEM_REASONS.flatMap(
    (reason, at): [ReadingProblemReason, ProblemGroup][] => {
      const count = withReason[at] ?? 0;
      return count === 0 ? [] : [[reason, { count, ids: () => idsWith(store, reason) }]];
    },
  );
  return {
    readAt: Number.isNaN(newest) ? null : new Date(newest).toISOString(),
    accessCounts: {
      ok: store.size() - ended - without,
      reconnect: ended,
      tokens_unavailable: without,
    },
    problems: new Map(problems),
  };
}

function idsWith(store: VehicleStore, reason: ReadingProblemReason): readonly string[] {
  const ids: string[] = [];
  const bit = reasonBit(reason);
  for (let slot = 0; slot < store.slots(); slot += 1) {
    const id = store.idAt(slot);
    if (id !== null && (reasonsAt(store, slot) & bit) !== 0) ids.push(id);
  }
  return ids;
}
