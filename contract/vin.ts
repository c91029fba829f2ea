import { type Brand, brandOfWmi } from './brands.ts';

/** What is wrong with a VIN as it was typed. */
export type VinProblem =
  /** Not 17 characters. */
  | 'vin_length'
  /** A character that no VIN has: I, O, Q, or neither letter nor digit. */
  | 'vin_characters'
  /** Character 9 does not fit the others; compulsory for North American VINs only. */
  | 'vin_check_digit';

/** What can be told of a VIN without asking anybody. */
export interface DecodedVin {
  readonly vin: string;
  readonly brand: Brand | null;
  /** Model year; `null` where the VIN does not say it. */
  readonly year: number | null;
  /** `not_used`: outside North America character 9 may be anything. */
  readonly checkDigit: 'right' | 'wrong' | 'not_used';
}

/** Takes a VIN as it is typed or pasted: upper case, without spaces and hyphens. */
export function normaliseVin(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

const VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...[...'0123456789'].map((digit) => [digit, Number(digit)]),
  ...[...'ABCDEFGH'].map((letter, index) => [letter, index + 1]),
  ...[...'JKLMN'].map((letter, index) => [letter, index + 1]),
  ['P', 7],
  ['R', 9],
  ...[...'STUVWXYZ'].map((letter, index) => [letter, index + 2]),
]);
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The check digit that belongs to a VIN of 17 legal characters (49 CFR 565.15(c)). */
export function checkDigitOf(vin: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * (VALUES[vin[index] ?? ''] ?? 0),
    0,
  );
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** Check digit and model year are compulsory for cars of the United States, Canada and Mexico. */
export function isNorthAmerican(vin: string): boolean {
  return /^[1-57]/.test(vin);
}

/** The first thing that is wrong with a normalised VIN, or `null`. */
export function vinProblem(vin: string): VinProblem | null {
  if (vin.length !== 17) return 'vin_length';
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return 'vin_characters';
  return isNorthAmerican(vin) && vin[8] !== checkDigitOf(vin) ? 'vin_check_digit' : null;
}

const YEAR_LETTERS = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const FIRST_YEAR = 1980;
const CYCLE = YEAR_LETTERS.length;

/**
 * The model year of character 10, which repeats every 30 years: the newest one that is not in the
 * future is taken, since connected cars are young. `thisYear` is the calendar year now.
 */
function modelYear(vin: string, thisYear: number): number | null {
  const index = YEAR_LETTERS.indexOf(vin[9] ?? '?');
  if (index === -1) return null;
  const newest = thisYear + 1;
  return FIRST_YEAR + index + Math.floor((newest - FIRST_YEAR - index) / CYCLE) * CYCLE;
}

/** Decodes a normalised VIN; `null` where it is no VIN at all. European makers may leave the year out. */
export function decodeVin(vin: string, thisYear: number): DecodedVin | null {
  const problem = vinProblem(vin);
  if (problem === 'vin_length' || problem === 'vin_characters') return null;
  const fits = vin[8] === checkDigitOf(vin);
  const unfit = isNorthAmerican(vin) ? 'wrong' : 'not_used';
  return {
    vin,
    brand: brandOfWmi(vin.slice(0, 3)),
    year: modelYear(vin, thisYear),
    checkDigit: fits ? 'right' : unfit,
  };
}
