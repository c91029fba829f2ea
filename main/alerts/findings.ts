import { type AlertKind, type AlertRule, TIRES, type Tire } from '../../contract/alerts.ts';
import { READING_KINDS } from '../../contract/readings.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { powertrainOf } from './powertrain.ts';

const HOUR_MS = 3_600_000;

/** What is looked at on its own. Kept by its place in this list: new ones go to its end. */
export const SUBJECTS: readonly { readonly kind: AlertKind; readonly tire: Tire | null }[] = [
  { kind: 'accessEnded', tire: null },
  { kind: 'lowBattery', tire: null },
  { kind: 'lowFuel', tire: null },
  { kind: 'stale', tire: null },
  ...TIRES.map((tire) => ({ kind: 'lowTire', tire }) as const),
];

/**
 * How one subject is now, in the unit of its rule's threshold. `unknown`: nothing can be said at the
 * moment, and what was so before stays. `none`: this vehicle has no such thing.
 */
export type Finding =
  | { readonly is: 'known'; readonly value: number; readonly at: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'none' };

const UNKNOWN: Finding = { is: 'unknown' };
const NONE: Finding = { is: 'none' };

/** When the car last spoke by its own clock, and when it was last asked; milliseconds, 0 for never. */
export interface Heard {
  readonly heardAt: number;
  readonly askedAt: number;
}

export function heardOf({ readings, refreshedAt }: Vehicle): Heard {
  let heardAt = 0;
  let askedAt = refreshedAt === null ? 0 : Date.parse(refreshedAt);
  for (const kind of READING_KINDS) {
    const { last, problem } = readings[kind];
    if (last) heardAt = Math.max(heardAt, Date.parse(last.measuredAt ?? last.fetchedAt));
    if (problem) askedAt = Math.max(askedAt, Date.parse(problem.at));
  }
  return { heardAt, askedAt };
}

/**
 * Whether a silence of so many hours says something of the car: only where it was asked meanwhile. A
 * computer that was off over the weekend makes no car silent.
 */
export function isSilent({ heardAt, askedAt }: Heard, hours: number, now: number): boolean {
  const span = hours * HOUR_MS;
  return heardAt > 0 && now - heardAt >= span && now - askedAt < span;
}

function silence(vehicle: Vehicle, { threshold }: AlertRule, now: number): Finding {
  const heard = heardOf(vehicle);
  if (heard.heardAt === 0 || vehicle.paused || vehicle.access !== 'ok') return UNKNOWN;
  const hours = Math.max(0, now - heard.heardAt) / HOUR_MS;
  if (hours >= threshold && !isSilent(heard, threshold, now)) return UNKNOWN;
  const at = new Date(heard.heardAt + Math.min(hours, threshold) * HOUR_MS).toISOString();
  return { is: 'known', value: hours, at };
}

function tirePressure({ readings }: Vehicle, tire: Tire): Finding {
  const { last, problem } = readings.tires;
  if (problem?.reason === 'car_cannot') return NONE;
  if (!last) return UNKNOWN;
  const value = last.value[`${tire}Kpa`];
  // A sensor without a signal is told as no pressure at all.
  return value > 0 ? { is: 'known', value, at: last.measuredAt ?? last.fetchedAt } : UNKNOWN;
}

function level(vehicle: Vehicle, kind: 'battery' | 'fuel'): Finding {
  const { last } = vehicle.readings[kind];
  if (!last) return UNKNOWN;
  if (!powertrainOf(vehicle.readings)[kind]) return NONE;
  const { fraction } = last.value;
  if (fraction === null) return UNKNOWN;
  return { is: 'known', value: fraction, at: last.measuredAt ?? last.fetchedAt };
}

function access({ access: state, accessEnded, connectedAt }: Vehicle): Finding {
  if (state === 'tokens_unavailable') return UNKNOWN;
  return { is: 'known', value: Number(state === 'ok'), at: accessEnded?.since ?? connectedAt };
}

/** How a subject of a vehicle is now. */
export function findingOf(
  vehicle: Vehicle,
  { kind, tire }: (typeof SUBJECTS)[number],
  rule: AlertRule,
  now: number,
): Finding {
  switch (kind) {
    case 'accessEnded':
      return access(vehicle);
    case 'lowBattery':
      return level(vehicle, 'battery');
    case 'lowFuel':
      return level(vehicle, 'fuel');
    case 'lowTire':
      return tire ? tirePressure(vehicle, tire) : NONE;
    case 'stale':
      return silence(vehicle, rule, now);
  }
}

/** As the screens round it, so that nothing is called low that is shown as high enough. */
const STEPS: Readonly<Record<AlertKind, number>> = {
  accessEnded: 1,
  lowBattery: 100,
  lowFuel: 100,
  lowTire: 1,
  stale: HOUR_MS,
};

/** What a value means to a rule; `between`: past the threshold, not far enough to count as mended. */
export function verdictOf(
  kind: AlertKind,
  value: number,
  { threshold, hysteresis }: AlertRule,
): 'firing' | 'between' | 'fine' {
  const steps = (amount: number) => Math.round(amount * STEPS[kind]);
  if (kind === 'accessEnded') return value > 0 ? 'fine' : 'firing';
  if (kind === 'stale') {
    if (steps(value) >= steps(threshold)) return 'firing';
    return steps(value) < Math.max(1, steps(threshold - hysteresis)) ? 'fine' : 'between';
  }
  if (steps(value) < steps(threshold)) return 'firing';
  return steps(value) >= steps(threshold + hysteresis) ? 'fine' : 'between';
}
