import type { EligibilityReport } from '../../../contract/eligibility.ts';
import { type ImportedLabels, MOST_IMPORTED, packCar } from '../../../contract/importedCars.ts';
import { decodeVin } from '../../../contract/vin.ts';
import { FIELDS, type Mapping, type TextTable } from './fields.ts';
import { type CarKind, createJudge, type JudgedRow, type Verdict } from './judge.ts';
import { CATEGORIES, type Category, categoryOf, type ReportRow } from './report.ts';

/** How rows are read and judged. */
export interface CheckOptions {
  readonly mapping: Mapping;
  readonly hasHeadings: boolean;
  readonly connected: ReadonlySet<string>;
  /** VINs that the list has already. */
  readonly known: ReadonlySet<string>;
  readonly thisYear: number;
}

/** A table of cars that was judged, row by row. */
export interface ImportBook {
  readonly size: number;
  readonly leftOut: number;
  readonly kinds: readonly CarKind[];
  row(place: number): ReportRow;
  category(place: number): Category;
  judged(place: number): JudgedRow | undefined;
  /** All texts of a row, for searches. */
  text(place: number): string;
  /** Takes in what Smartcar's lists say of all cars of some kinds, by the VINs that stand for them. */
  learnKinds(reports: readonly EligibilityReport[]): void;
  /** Takes in what was said of single cars. */
  learnCars(reports: readonly EligibilityReport[]): void;
  /** Places of rows that are cars to be connected, in the order of the list. */
  cars(): readonly number[];
  /** VINs of those that Smartcar may know more of than its lists say. */
  askable(): readonly string[];
  counts(): Readonly<Record<Category, number>>;
  isKnown(vin: string): boolean;
  /** Some of these cars as lines for the list, from one of `cars` on. */
  pack(from: number, limit: number, importedAt: number): string;
}

const MOST_LABEL = 200;
const MOST_NOTES = 10_000;

const verdictOf = ({ likelihood, reason, capable, missing }: EligibilityReport): Verdict => ({
  likelihood,
  reason,
  capable,
  missing,
});

/** Judges the rows of a table; with `limit`, only the first of them. */
export function createImportBook(
  table: TextTable,
  options: CheckOptions,
  limit = MOST_IMPORTED,
): ImportBook {
  const { mapping, hasHeadings, connected, known, thisYear } = options;
  const skipped = hasHeadings ? 1 : 0;
  const fitting = Math.min(table.rows.length - skipped, MOST_IMPORTED);
  const size = Math.min(fitting, limit);
  const leftOut = table.leftOut + table.rows.length - skipped - fitting;
  const judge = createJudge({ connected, thisYear });
  const { kinds } = judge;
  const ofCar = new Map<string, Verdict>();

  const cell = (place: number, column: number | null) =>
    column === null ? '' : (table.rows[place + skipped]?.[column] ?? '');
  const judged = Array.from({ length: size }, (_, place) => judge.next(cell(place, mapping.vin)));
  const carPlaces = judged.flatMap(({ state }, place) => (state === 'ok' ? [place] : []));

  function verdict(place: number): Verdict | null {
    const row = judged[place];
    if (!row || row.kind === null) return null;
    return ofCar.get(row.vin) ?? kinds[row.kind]?.verdict ?? null;
  }

  function labels(place: number): ImportedLabels {
    const text = (column: number | null, most: number) =>
      cell(place, column).trim().slice(0, most) || null;
    return {
      name: text(mapping.name, MOST_LABEL),
      plate: text(mapping.plate, MOST_LABEL),
      driver: text(mapping.driver, MOST_LABEL),
      group: text(mapping.group, MOST_LABEL),
      notes: text(mapping.notes, MOST_NOTES),
    };
  }

  const category = (place: number) =>
    categoryOf(judged[place]?.state ?? 'empty', verdict(place)?.likelihood ?? null);

  return {
    size,
    leftOut,
    kinds,
    category,
    judged: (place) => judged[place],
    isKnown: (vin) => known.has(vin),
    cars: () => carPlaces,

    row(place) {
      const { vin, state, mended, sameAs } = judged[place] ?? judge.next('');
      const decoded = decodeVin(vin, thisYear);
      return {
        ...{ place, line: place + skipped + 1, vin, state, mended },
        category: category(place),
        sameAsLine: sameAs === null ? null : sameAs + skipped + 1,
        make: decoded?.brand?.code ?? null,
        year: decoded?.year ?? null,
        checkDigit: decoded?.checkDigit ?? null,
        labels: labels(place),
        verdict: verdict(place),
      };
    },

    text(place) {
      const row = judged[place];
      const make = row ? (decodeVin(row.vin, thisYear)?.brand?.name ?? '') : '';
      const texts = FIELDS.map((field) => cell(place, mapping[field]));
      return [row?.vin ?? '', make, ...texts].join('\n').toLowerCase();
    },

    learnKinds(reports) {
      const byVin = new Map(reports.map((report) => [report.vin, verdictOf(report)]));
      for (const [at, kind] of kinds.entries()) {
        const told = byVin.get(kind.vin);
        // What could not be asked tells nothing new.
        if (told && told.reason !== 'not_checked') kinds[at] = { ...kind, verdict: told };
      }
    },

    learnCars(reports) {
      for (const report of reports) {
        if (report.reason !== 'not_checked') ofCar.set(report.vin, verdictOf(report));
      }
    },

    askable: () =>
      carPlaces.flatMap((place) => {
        const told = verdict(place);
        const isOpen = told?.likelihood !== 'unlikely' && told?.reason !== 'checked';
        return isOpen ? (judged[place]?.vin ?? []) : [];
      }),

    counts() {
      const counts = Object.fromEntries(CATEGORIES.map((name) => [name, 0])) as Record<
        Category,
        number
      >;
      for (let place = 0; place < size; place += 1) counts[category(place)] += 1;
      return counts;
    },

    pack(from, count, importedAt) {
      const lines = carPlaces.slice(from, from + count).flatMap((place) => {
        const { vin } = judged[place] ?? { vin: '' };
        const told = verdict(place);
        return told ? packCar({ vin, importedAt, labels: labels(place), ...told }) : [];
      });
      return lines.join('\n');
    },
  };
}
