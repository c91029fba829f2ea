import { sizeOf } from '../../../format/units.ts';
import type { NumberTerm } from './terms.ts';

const KM_PER: Readonly<Record<string, number>> = { km: 1, mi: 1.609_344 };

const MS_PER: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

interface Measure {
  /** A number and its unit. */
  readonly whole: RegExp;
  /** What can become such a number by typing on. */
  readonly begun: RegExp;
  /** In the unit of the condition; `null` where no vehicle can have such a value. */
  readonly read: (digits: string, unit: string) => number | null;
}

const plain = (digits: string) => Number(digits);

/** `20` and `20%` are percents; `0.2` is a fraction already, as the API writes it. */
const PERCENT: Measure = {
  whole: /^(\d+|\d*\.\d+)(%?)$/,
  begun: /^\d*\.$/,
  read(digits, unit) {
    const number = Number(digits);
    if (unit === '' && digits.includes('.') && number <= 1) return number;
    return number <= 100 ? number / 100 : null;
  },
};

/** Without a unit it is the one that the screens show. */
const DISTANCE: Measure = {
  whole: /^(\d+|\d*\.\d+)(km|mi|)$/,
  begun: /^(?:\d*\.|(?:\d+|\d*\.\d+)[km])$/,
  read: (digits, unit) => Number(digits) * (KM_PER[unit] ?? sizeOf('distance')),
};

const MEASURES: Readonly<Record<NumberTerm, Measure>> = {
  soc: PERCENT,
  fuel: PERCENT,
  range: DISTANCE,
  odometer: DISTANCE,
  age: {
    whole: /^(\d+|\d*\.\d+)([mhdw])$/,
    begun: /^(?:\d+|\d*\.\d*)$/,
    read: (digits, unit) => Number(digits) * (MS_PER[unit] ?? Number.NaN),
  },
  year: { whole: /^(\d{4})()$/, begun: /^\d{1,3}$/, read: plain },
  calls: { whole: /^(\d+)()$/, begun: /^$/, read: plain },
};

/**
 * The amount that stands behind a number term, in the unit of the condition: `20%` is 0.2, `100mi`
 * is 160.9344 whatever unit is shown, `2d` is 172,800,000. `'begun'` is what may still become one, such as `2` of `2d`;
 * `null` is anything else.
 */
export function readAmount(term: NumberTerm, text: string): number | 'begun' | null {
  const { whole, begun, read } = MEASURES[term];
  const small = text.toLowerCase();
  const [, digits, unit = ''] = whole.exec(small) ?? [];
  if (digits === undefined) return begun.test(small) ? 'begun' : null;
  const amount = read(digits, unit);
  return amount !== null && Number.isFinite(amount) ? amount : null;
}
