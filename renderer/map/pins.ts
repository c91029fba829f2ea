import { READING_PROBLEM_REASONS } from '../../contract/readings.ts';
import { groupHours, type RefreshRules } from '../../contract/refreshRules.ts';
import type { Position } from '../places/geo.ts';
import { type Freshness, freshnessOf } from '../readings/freshness.ts';
import type { Aspect, VehicleStore } from '../state/fleet/vehicleStore.ts';

/** How things stand with a vehicle, as its pin shows: each has a shape and a colour of its own. */
export const PIN_KINDS = ['ok', 'act', 'problem', 'waiting'] as const;
export type PinKind = (typeof PIN_KINDS)[number];

/** The pin of each state of a vehicle. */
export const KIND_OF_STATE = {
  ok: 'ok',
  reading: 'ok',
  reconnect: 'act',
  tokens_unavailable: 'act',
  problem: 'problem',
  held: 'waiting',
  paused: 'waiting',
} as const satisfies Record<string, PinKind>;

/** A vehicle whose position is known. */
export interface Pin extends Position {
  readonly id: string;
  /** Its place among the vehicles of the window: a number that stays its own. */
  readonly slot: number;
  readonly kind: PinKind;
  /** How old its position is; with a stale one the vehicle may be elsewhere. */
  readonly age: Freshness;
}

export interface Pins {
  readonly all: readonly Pin[];
  readonly byId: ReadonlyMap<string, Pin>;
  /** Vehicles without a position, and those among them whose owner did not permit it. */
  readonly missing: readonly string[];
  readonly notGranted: number;
}

/** What the pins depend on. */
export const PIN_ASPECTS: readonly Aspect[] = [
  'latitude',
  'longitude',
  'locatedAt',
  'locationProblem',
  'severity',
  'heldUntil',
  'group',
  'members',
];

/** See `severity` among the facts of a vehicle; a wait that is over is none. */
function kindOf(store: VehicleStore, slot: number, now: number): PinKind {
  const severity = store.numbers.severity.at(slot);
  if (severity <= 1) return 'act';
  if (severity === 2) return 'problem';
  if (severity === 3) return store.numbers.heldUntil.at(slot) > now ? 'waiting' : 'ok';
  return severity === 4 ? 'waiting' : 'ok';
}

const NOT_GRANTED = READING_PROBLEM_REASONS.indexOf('not_granted');

/** The pins of these vehicles, in their order. */
export function pinsOf(
  store: VehicleStore,
  ids: readonly string[],
  rules: RefreshRules,
  now: number,
): Pins {
  const { latitude, longitude, locatedAt, locationProblem } = store.numbers;
  const hoursOf = new Map<string | null, number | null>();
  const all: Pin[] = [];
  const missing: string[] = [];
  let notGranted = 0;
  for (const id of ids) {
    const slot = store.slotOf(id);
    if (slot === null) continue;
    const north = latitude.at(slot);
    if (Number.isNaN(north)) {
      missing.push(id);
      if (locationProblem.at(slot) === NOT_GRANTED) notGranted += 1;
      continue;
    }
    const group = store.texts.group.at(slot);
    const hours = hoursOf.get(group) ?? groupHours(rules, group);
    hoursOf.set(group, hours);
    all.push({
      id,
      slot,
      latitude: north,
      longitude: longitude.at(slot),
      kind: kindOf(store, slot, now),
      age: freshnessOf(locatedAt.at(slot), hours, now),
    });
  }
  return { all, byId: new Map(all.map((pin) => [pin.id, pin])), missing, notGranted };
}
