import type { EligibilityReason, EligibilityReport } from './eligibility.ts';
import { PERMISSIONS } from './permissions.ts';
import type { VehicleLabels } from './vehicles.ts';

/** How many cars one list may bring; the rest of a longer one is left out, and that is said. */
export const MOST_IMPORTED = 50_000;

/** What a list says of a car, and what becomes the labels of the vehicle once it is connected. */
export type ImportedLabels = Omit<VehicleLabels, 'tags'>;

/** A car of which only the VIN is known so far, and that somebody means to connect. */
export interface ImportedCar {
  readonly vin: string;
  /** When it came into the list first, in milliseconds since the epoch. */
  readonly importedAt: number;
  readonly labels: ImportedLabels;
  readonly likelihood: EligibilityReport['likelihood'];
  readonly reason: EligibilityReason;
  /** Of the permissions asked about: those the car can give, and those it cannot. Empty: not told. */
  readonly capable: readonly string[];
  readonly missing: readonly string[];
}

/** Some of the list, in the order in which it was imported: one line each, see `unpackCar`. */
export interface ImportedPage {
  readonly text: string;
  /** Pass as `after` for the next page; `null` at the end. */
  readonly next: number | null;
}

const placeOf: ReadonlyMap<string, number> = new Map(PERMISSIONS.map((name, at) => [name, at]));

function packNames(names: readonly string[]): readonly number[] {
  return names.flatMap((name) => placeOf.get(name) ?? []);
}

function unpackNames(places: readonly number[]): readonly string[] {
  return places.flatMap((at) => PERMISSIONS[at] ?? []);
}

/** A car as one line of JSON, without the names of fields; see `packVehicles` for why. */
export function packCar({ vin, importedAt, labels, ...rest }: ImportedCar): string {
  const { name, plate, driver, group, notes } = labels;
  return JSON.stringify([
    ...[vin, importedAt, name, plate, driver, group, notes, rest.likelihood, rest.reason],
    ...[packNames(rest.capable), packNames(rest.missing)],
  ]);
}

/** Reads a line of `packCar`; throws `SyntaxError` where it is no JSON. */
export function unpackCar(line: string): ImportedCar {
  const [vin, importedAt, name, plate, driver, group, notes, likelihood, reason, ...names] =
    JSON.parse(line);
  return {
    ...{ vin, importedAt, likelihood, reason },
    labels: { name, plate, driver, group, notes },
    capable: unpackNames(names[0]),
    missing: unpackNames(names[1]),
  };
}

/** The lines of a text that holds any number of them. */
export function linesOfCars(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
