import { type ImportedCar, unpackCar } from '../../contract/importedCars.ts';
import { fold } from '../state/fleet/query/fold.ts';

/** A car of the list, as little of it as is needed to count and find it. */
export interface ListedCar {
  readonly vin: string;
  readonly likelihood: ImportedCar['likelihood'];
  /** All its words, folded, as searches look for them. */
  readonly haystack: string;
  /** The rest; see `unpackCar`. */
  readonly line: string;
}

/** Reads a line of the list. */
export function listedCar(line: string): ListedCar {
  const { vin, likelihood, labels } = unpackCar(line);
  const words = [vin, labels.name, labels.plate, labels.driver, labels.group, labels.notes];
  return { vin, likelihood, haystack: fold(words.filter(Boolean).join('\n')), line };
}
