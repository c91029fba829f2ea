import { normaliseVin } from '../../contract/vin.ts';

/** How many cars one list may have. */
export const MOST_VINS = 500;

/** What was found in a pasted text. */
export interface PastedVins {
  /** Each once, in the order of the text; those that cannot be VINs are among them, to be marked. */
  readonly vins: readonly string[];
  readonly duplicates: number;
  /** How many of `vins` do not have the 17 letters and digits of one. */
  readonly malformed: number;
  /** How many came after the list was full. */
  readonly leftOut: number;
}

const VIN_LENGTH = 17;

/** More than the longest text that a check takes; what is longer is no VIN anyway. */
const LONGEST = 60;

/** Whether a normalised text has the shape of a VIN; whether it is one, the check says. */
export function hasVinShape(text: string): boolean {
  return text.length === VIN_LENGTH && /^[A-Z0-9]+$/.test(text);
}

/**
 * The texts of one cell of a pasted table. Spaces separate, unless they only group the characters of
 * one VIN. Words without a digit, such as headings and names of brands, are none.
 */
function textsOf(cell: string): readonly string[] {
  const whole = normaliseVin(cell);
  if (hasVinShape(whole)) return [whole];
  return cell
    .split(/\s+/)
    .map(normaliseVin)
    .filter((text) => /\d/.test(text))
    .map((text) => text.slice(0, LONGEST));
}

/** Finds the VINs in a text with any separators: lines, commas, semicolons, tabs, quotes, spaces. */
export function pastedVins(text: string): PastedVins {
  const found = text.split(/[\n\r\t,;|"']+/).flatMap(textsOf);
  const unique = [...new Set(found)];
  const vins = unique.slice(0, MOST_VINS);
  return {
    vins,
    duplicates: found.length - unique.length,
    malformed: vins.filter((vin) => !hasVinShape(vin)).length,
    leftOut: unique.length - vins.length,
  };
}
