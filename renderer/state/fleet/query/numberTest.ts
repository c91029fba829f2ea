import { sizeOf } from '../../../format/units.ts';
import type { Condition, Operator } from './parseQuery.ts';
import type { NumberTerm } from './terms.ts';

/** How finely the screens show a value: in whole percents, whole kilometres or miles. Ages are not rounded. */
function perUnitOf(term: Exclude<NumberTerm, 'age'>): number {
  switch (term) {
    case 'soc':
    case 'fuel':
      return 100;
    case 'range':
    case 'odometer':
      return 1 / sizeOf('distance');
    case 'year':
    case 'calls':
      return 1;
  }
}

const MINUTE = 60_000;

/** Weeks, days, hours and minutes, in milliseconds. */
const AGE_UNITS = [10_080 * MINUTE, 1440 * MINUTE, 60 * MINUTE] as const;

/**
 * Tells of a vehicle's number, in the unit of the condition, whether it meets it; a `negated` is left
 * to the caller. Whoever asks for `soc<=57` means the cars that show 57 % too: a whole amount is
 * compared with what the screens show. `age=2d` holds from two days until three.
 */
export function numberTest({
  term,
  operator,
  value,
}: Pick<Extract<Condition, { kind: 'number' }>, 'term' | 'operator' | 'value'>): (
  actual: number,
) => boolean {
  if (term === 'age') {
    if (operator !== '=') return (actual) => compare(actual, operator, value);
    const unit = AGE_UNITS.find((ms) => value % ms === 0) ?? MINUTE;
    return (actual) => Math.floor(actual / unit) === Math.floor(value / unit);
  }
  const perUnit = perUnitOf(term);
  const wanted = Math.round(value * perUnit);
  const isWhole = Math.abs(wanted - value * perUnit) < 1e-9;
  return isWhole || operator === '='
    ? (actual) => compare(Math.round(actual * perUnit), operator, wanted)
    : (actual) => compare(actual, operator, value);
}

function compare(actual: number, operator: Operator, wanted: number): boolean {
  switch (operator) {
    case '<':
      return actual < wanted;
    case '<=':
      return actual <= wanted;
    case '>':
      return actual > wanted;
    case '>=':
      return actual >= wanted;
    case '=':
      return actual === wanted;
  }
}
