import type { AlertKind } from '../../../../contract/alerts.ts';
import type { ReadingProblemReason } from '../../../../contract/readings.ts';

/** Terms that look for a text anywhere in one field: `make:ford`. */
export const TEXT_TERMS = [
  'make',
  'model',
  'group',
  'driver',
  'plate',
  'vin',
  'tag',
  'name',
] as const;

export type TextTerm = (typeof TEXT_TERMS)[number];

/**
 * Terms that compare a number: `soc<20`. `soc` and `fuel` are fractions from 0 to 1, `range` and
 * `odometer` kilometres (written in the unit that is shown), `age` the milliseconds since the newest reading, `calls` those used this
 * month.
 */
export const NUMBER_TERMS = ['soc', 'fuel', 'range', 'odometer', 'age', 'year', 'calls'] as const;

export type NumberTerm = (typeof NUMBER_TERMS)[number];

/** What `err:` can ask for, in the order in which it is offered. */
export const ERROR_VALUES = [
  'any',
  'auth',
  'maker',
  'car',
  'limit',
  'plan',
  'permission',
  'failed',
  'offline',
] as const;

export type ErrorValue = (typeof ERROR_VALUES)[number];

/**
 * The reasons that each value of `err:` stands for. `auth` is also a vehicle whose access has ended.
 * `any` leaves out what is a fact of the car, the permission or the plan: nothing went wrong there.
 */
export const ERROR_REASONS: Readonly<Record<ErrorValue, readonly ReadingProblemReason[]>> = {
  any: ['reconnect', 'account', 'car_state', 'later', 'failed', 'offline'],
  auth: ['reconnect'],
  maker: ['account'],
  car: ['car_state'],
  limit: ['later'],
  plan: ['not_in_plan'],
  permission: ['not_granted'],
  failed: ['failed'],
  offline: ['offline'],
};

/**
 * What `is:` can ask for. `held`: Motorpool waits before it asks the vehicle again. `new`: nothing
 * of it was ever read.
 */
export const STATE_VALUES = [
  'charging',
  'plugged',
  'locked',
  'unlocked',
  'paused',
  'held',
  'new',
] as const;

export type StateValue = (typeof STATE_VALUES)[number];

/** What `alert:` can ask for, and the rules that find it; in the order in which it is offered. */
const ALERTS = {
  lost: 'accessEnded',
  battery: 'lowBattery',
  fuel: 'lowFuel',
  tire: 'lowTire',
  stale: 'stale',
} as const satisfies Readonly<Record<string, AlertKind>>;

export const ALERT_VALUES: readonly string[] = Object.keys(ALERTS);

export type TermName = TextTerm | NumberTerm | 'err' | 'is' | 'alert';

/** What a term takes, by its name. */
export type Term =
  | { readonly kind: 'text'; readonly name: TextTerm }
  | { readonly kind: 'number'; readonly name: NumberTerm }
  | { readonly kind: 'error'; readonly name: 'err' }
  | { readonly kind: 'is'; readonly name: 'is' }
  | { readonly kind: 'alert'; readonly name: 'alert' };

const TERMS: ReadonlyMap<string, Term> = new Map<string, Term>([
  ...TEXT_TERMS.map((name): [string, Term] => [name, { kind: 'text', name }]),
  ...NUMBER_TERMS.map((name): [string, Term] => [name, { kind: 'number', name }]),
  ['err', { kind: 'error', name: 'err' }],
  ['is', { kind: 'is', name: 'is' }],
  ['alert', { kind: 'alert', name: 'alert' }],
]);

/** The term of this name in lower case; `null` where there is none. */
export function termOf(name: string): Term | null {
  return TERMS.get(name) ?? null;
}

/** Every value of `err:` as it can be written: besides its own name by those of its reasons. */
const ERRORS: ReadonlyMap<string, ErrorValue> = new Map(
  ERROR_VALUES.flatMap((value): [string, ErrorValue][] => [
    ...(value === 'any'
      ? []
      : ERROR_REASONS[value].map((reason): [string, ErrorValue] => [reason, value])),
    [value, value],
  ]),
);

/** The value of `err:` that is written so, e.g. `auth` for `auth` and for `reconnect`. */
export function errorValueOf(text: string): ErrorValue | null {
  return ERRORS.get(text) ?? null;
}

/** The value of `is:` that is written so. */
export function stateValueOf(text: string): StateValue | null {
  return STATE_VALUES.find((value) => value === text) ?? null;
}

/** Every value of `alert:` as it can be written: tyres in both spellings. */
const ALERT_KIND_OF: ReadonlyMap<string, AlertKind> = new Map<string, AlertKind>([
  ...Object.entries(ALERTS),
  ['tyre', ALERTS.tire],
]);

/** The kind of alert rule that a value of `alert:` stands for, e.g. `lowBattery` for `battery`. */
export function alertKindOf(text: string): AlertKind | null {
  return ALERT_KIND_OF.get(text) ?? null;
}

/** Whether a value of `err:`, `is:` or `alert:` begins so: somebody may still be typing it. */
export function beginsValue(kind: 'error' | 'is' | 'alert', text: string): boolean {
  const written: Readonly<Record<typeof kind, Iterable<string>>> = {
    error: ERRORS.keys(),
    is: STATE_VALUES,
    alert: ALERT_KIND_OF.keys(),
  };
  for (const value of written[kind]) if (value.startsWith(text)) return true;
  return false;
}
