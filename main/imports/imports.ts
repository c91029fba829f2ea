import type { ImportedLabels, ImportedPage } from '../../contract/importedCars.ts';
import type { LabelChange, Vehicle } from '../../contract/vehicles.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import { parseCars } from './lines.ts';

const NOTHING: ImportedPage = { text: '', next: null };

/** The list of cars that are still to be connected, and what becomes of it when one is. */
export interface Imports {
  /** In the order in which they were imported, after the place `after`. */
  page(after: number, limit: number): Promise<ImportedPage>;
  /**
   * Adds packed cars to the list of this profile, or merges them with what it has: another may be in use
   * by the time that the last of many come. Throws where one is none.
   */
  add(profileId: string, text: string): Promise<void>;
  /** Takes these VINs out of the list; `null`: all of it. */
  remove(vins: readonly string[] | null): Promise<void>;
  /** The lists were changed by others. */
  renew(): void;
  /** Gives vehicles that were just connected the labels of the list, once, where they have none. */
  learn(changed: readonly Vehicle[]): Promise<void>;
}

export interface ImportsOptions {
  readonly localCopy: Pick<LocalCopy, 'imported' | 'unlabelled' | 'importedByVin' | 'save'>;
  /** `applicationKey` of the application in use; each has its own list. */
  readonly application: () => string | null;
  /** The same of any profile; `null` where there is no such profile. */
  readonly applicationOf: (profileId: string) => string | null;
  /** Changes the labels of a vehicle. */
  readonly label: (vehicleId: string, change: LabelChange) => Promise<void>;
}

interface Waiting {
  readonly application: string;
  readonly vins: Promise<Set<string>>;
}

/** What a person wrote at the vehicle itself is never written over. */
function changeFor(mine: Vehicle['labels'], listed: ImportedLabels): LabelChange {
  const { name, plate, driver, group, notes } = listed;
  return {
    ...(mine.name === null && name !== null && { name }),
    ...(mine.plate === null && plate !== null && { plate }),
    ...(mine.driver === null && driver !== null && { driver }),
    ...(mine.group === null && group !== null && { group }),
    ...(mine.notes === null && notes !== null && { notes }),
  };
}

export function createImports(options: ImportsOptions): Imports {
  const { localCopy, application, applicationOf, label } = options;
  let known: Waiting | null = null;

  /** VINs whose labels wait for a vehicle; read once, since every change of the fleet looks at them. */
  function waitingOf(current: string): Promise<Set<string>> {
    if (known?.application !== current) {
      const vins = localCopy.unlabelled(current).then((all) => new Set(all));
      known = { application: current, vins };
    }
    return known.vins;
  }

  async function give(current: string, found: readonly Vehicle[]): Promise<void> {
    const vins = found.flatMap(({ vin }) => vin ?? []);
    const cars = await localCopy.importedByVin(current, vins);
    const labelsOf = new Map(cars.map(({ vin, labels }) => [vin, labels]));
    for (const { id, vin, labels } of found) {
      const listed = vin === null ? undefined : labelsOf.get(vin);
      const change = listed ? changeFor(labels, listed) : {};
      if (Object.keys(change).length > 0) await label(id, change);
    }
    await localCopy.save({ imports: [{ application: current, labelled: vins }] });
  }

  return {
    page(after, limit) {
      const current = application();
      return current === null
        ? Promise.resolve(NOTHING)
        : localCopy.imported(current, after, limit);
    },

    async add(profileId, text) {
      const meant = applicationOf(profileId);
      if (meant === null) return;
      await localCopy.save({ imports: [{ application: meant, cars: parseCars(text) }] });
      known = null;
    },

    async remove(vins) {
      const current = application();
      if (current === null) return;
      await localCopy.save({ imports: [{ application: current, dropped: vins ?? 'all' }] });
      known = null;
    },

    renew() {
      known = null;
    },

    async learn(changed) {
      const current = application();
      if (current === null) return;
      const waiting = await waitingOf(current);
      if (waiting.size === 0) return;
      // Taken out at once: the next change of the same vehicle may come while this one is written.
      const found = changed.filter(({ vin }) => vin !== null && waiting.delete(vin));
      if (found.length > 0) await give(current, found);
    },
  };
}
