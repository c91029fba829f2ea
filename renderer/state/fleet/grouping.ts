import type { TFunction } from 'i18next';
import { READING_PROBLEM_REASONS } from '../../../contract/readings.ts';
import type { ColumnId } from '../../../contract/tableView.ts';
import {
  type Amount,
  amountWords,
  formatCount,
  formatDistance,
  formatFraction,
  formatPressure,
  formatVolume,
} from '../../format/amount.ts';
import { listText } from '../../format/list.ts';
import { type Quantity, sizeOf, type UnitId, unitOf } from '../../format/units.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { TAG_SEPARATOR } from './facts.ts';
import { callsAt } from './match.ts';
import { sourceOf } from './order.ts';
import type { VehicleStore } from './vehicleStore.ts';

/** What the words of groups need beside the vehicles. */
export interface GroupContext {
  readonly t: TFunction;
  readonly now: number;
  /** Calls per vehicle and month in the plan; `null` where it has no such limit. */
  readonly callLimit: number | null;
}

/** How vehicles are put together. */
export interface Grouping {
  /** The group of a slot: groups are shown in the order of these numbers; `NaN` for those without value. */
  readonly placeOf: (slot: number) => number;
  /** The group's name among all groups, the same as long as it means the same. */
  readonly keyOf: (place: number) => string;
  readonly labelOf: (place: number) => string;
}

const DAY_MS = 86_400_000;

/** Days after which an age falls into the next group. */
const OLDEST_DAYS = 30;
const AGE_DAYS = [1, 2, 7, OLDEST_DAYS];

/** How wide the groups of a number are, and how their bounds are written. */
interface Steps {
  readonly width: number;
  readonly write: (bound: number) => string;
  /** The most that there can be: it belongs to the last group, not to one of its own. */
  readonly most?: number;
}

/** Round numbers in the unit that is shown; the steps themselves are in what is kept. */
function shownSteps(
  quantity: Quantity,
  widths: Readonly<Partial<Record<UnitId, number>>>,
  format: (bound: number) => Amount,
): () => Steps {
  return () => ({
    width: (widths[unitOf(quantity)] ?? 1) * sizeOf(quantity),
    write: (bound) => amountWords(format(bound)),
  });
}

const percent = (): Steps => ({
  width: 0.2,
  write: (bound) => amountWords(formatFraction(bound)),
  most: 1,
});
const pressure = shownSteps('pressure', { kPa: 20, bar: 0.2, psi: 3 }, formatPressure);

const STEPS: Partial<Readonly<Record<ColumnId, () => Steps>>> = {
  energy: percent,
  engineOil: percent,
  range: shownSteps('distance', { km: 100, mi: 50 }, formatDistance),
  odometer: shownSteps('distance', { km: 25_000, mi: 25_000 }, formatDistance),
  fuelAmount: shownSteps('volume', { l: 10, gal: 2 }, formatVolume),
  tires: pressure,
  tireFrontLeft: pressure,
  tireFrontRight: pressure,
  tireBackLeft: pressure,
  tireBackRight: pressure,
  location: () => ({ width: 1, write: (bound) => `${formatCount(bound)}°` }),
};

const STATUS_LABELS = [
  'access.reconnect',
  'access.tokens_unavailable',
  'group.problem',
  'group.held',
  'status.paused',
  'access.ok',
] as const;

/** What groups by these columns have in common may be kept off the screen. */
const DETAILS: ReadonlySet<ColumnId> = new Set(['vin', 'plate', 'location']);

const CHARGE_STATES = ['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING'] as const;
const LOCKS = ['locked', 'unlocked', 'lockUnknown'] as const;

/** The words of a text that Motorpool itself put there, else the text. */
function textLabel(column: ColumnId, text: string, t: TFunction): string {
  const charge = CHARGE_STATES.find((state) => state === text);
  if (column === 'charge' && charge) return t(`value.charge.${charge}`);
  const locks = LOCKS.find((state) => state === text);
  if (column === 'security' && locks) return t(`value.${locks}`);
  const reason = READING_PROBLEM_REASONS.find((one) => one === text);
  if (column === 'lastError' && reason) return t(`reason.short.${reason}`);
  return column === 'tags' ? listText(text.split(TAG_SEPARATOR)) : text;
}

function byText(store: VehicleStore, column: ColumnId, { t }: GroupContext): Grouping | null {
  const source = sourceOf(column);
  if (!('text' in source)) return null;
  const texts = store.texts[source.text];
  const ranks = texts.ranks();
  const textOf = new Map<number, string>();
  for (const [code, rank] of ranks.entries()) textOf.set(rank, texts.texts[code] ?? '');
  return {
    placeOf: (slot) => ranks[texts.codeAt(slot)] || Number.NaN,
    keyOf: (place) => textOf.get(place) ?? '',
    labelOf: (place) => textLabel(column, textOf.get(place) ?? '', t),
  };
}

/** By how long ago something was, in a few steps. */
function byAge(moment: (slot: number) => number, { t, now }: GroupContext): Grouping {
  return {
    placeOf(slot) {
      const age = now - moment(slot);
      if (Number.isNaN(age)) return Number.NaN;
      const step = AGE_DAYS.findIndex((days) => age < days * DAY_MS);
      return step === -1 ? AGE_DAYS.length : step;
    },
    keyOf: String,
    labelOf(place) {
      const count = AGE_DAYS[place] ?? OLDEST_DAYS;
      const key = place < AGE_DAYS.length ? 'group.youngerThan' : 'group.olderThan';
      return t(key, { count, value: formatCount(count) });
    },
  };
}

function bySteps(
  value: (slot: number) => number,
  { width, write, most }: Steps,
  t: TFunction,
): Grouping {
  return {
    placeOf(slot) {
      const amount = value(slot);
      // Fractions such as 0.6 are a hair below their step; no step is that narrow.
      const place = Math.floor(amount / width + 1e-9);
      return most !== undefined && amount >= most ? Math.ceil(most / width) - 1 : place;
    },
    keyOf: String,
    labelOf: (place) =>
      t('group.between', { from: write(place * width), to: write((place + 1) * width) }),
  };
}

/** Puts vehicles together by what a column shows. */
export function groupingOf(store: VehicleStore, column: ColumnId, context: GroupContext): Grouping {
  const grouping = openGroupingOf(store, column, context);
  if (!DETAILS.has(column) || !hidesDetails()) return grouping;
  return { ...grouping, keyOf: String, labelOf: () => context.t('privacy.hidden') };
}

function openGroupingOf(store: VehicleStore, column: ColumnId, context: GroupContext): Grouping {
  const { t, now, callLimit } = context;
  const texts = byText(store, column, context);
  if (texts) return texts;
  const source = sourceOf(column);
  const numbers = 'number' in source ? store.numbers[source.number] : store.numbers.severity;
  const steps = STEPS[column]?.();
  if (steps) return bySteps(numbers.at, steps, t);
  switch (column) {
    case 'status':
      return {
        placeOf: numbers.at,
        keyOf: String,
        labelOf: (place) => t(STATUS_LABELS[place] ?? 'access.ok'),
      };
    case 'callsLeft':
      if (callLimit === null) {
        return { placeOf: () => 0, keyOf: String, labelOf: () => t('calls.noLimit') };
      }
      return bySteps(
        (slot) => Math.max(0, callLimit - callsAt(store, slot, now)),
        { width: 100, write: formatCount },
        t,
      );
    case 'permissions':
      return { placeOf: numbers.at, keyOf: String, labelOf: formatCount };
    default:
      return byAge(numbers.at, context);
  }
}
