import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { EligibilityReport } from '../../../contract/eligibility.ts';
import { linesOfCars, MOST_IMPORTED, unpackCar } from '../../../contract/importedCars.ts';
import { checkDigitOf } from '../../../contract/vin.ts';
import { NO_COLUMNS } from './fields.ts';
import { createImportBook } from './importBook.ts';
import { CATEGORIES, WHOLE_REPORT } from './report.ts';
import { CSV_COLUMNS, type ReportWords, reportCsv } from './reportCsv.ts';
import { orderOf, summarise } from './summarise.ts';

const HONDA = '1HGCM82633A004352';
const TESLA = '5YJ3E1EA2KF317000';
const OTHER_TESLA = vinOf('5YJ3E1EA0KF317001');
const FORD = 'WF0AXXWPMA1234567';

function vinOf(draft: string): string {
  return draft.slice(0, 8) + checkDigitOf(draft) + draft.slice(9);
}

interface BookOptions {
  readonly rows: readonly (readonly string[])[];
  readonly connected?: readonly string[];
  readonly known?: readonly string[];
  readonly hasHeadings?: boolean;
  readonly leftOut?: number;
}

function bookOf({
  rows,
  connected = [],
  known = [],
  hasHeadings = false,
  leftOut = 0,
}: BookOptions) {
  return createImportBook(
    { rows, leftOut },
    {
      mapping: { ...NO_COLUMNS, vin: 0, name: 1 },
      hasHeadings,
      connected: new Set(connected),
      known: new Set(known),
      thisYear: 2026,
    },
  );
}

function report(vin: string, likelihood: EligibilityReport['likelihood']): EligibilityReport {
  return {
    ...{ vin, likelihood, checkDigit: 'right', make: 'TESLA', year: 2019 },
    reason: likelihood === 'likely' ? 'brand_in_matrix' : 'not_in_matrix',
    ...{ capable: ['read_odometer'], missing: ['read_fuel'] },
  };
}

const ROWS = [
  ['VIN', 'Name'],
  [TESLA, 'Van 1'],
  ['1HGCM82633A004353', 'Van 2'],
  [TESLA.toLowerCase(), 'Van 3'],
  [HONDA, 'Van 4'],
  ['', 'Van 5'],
  ['123', '=1+1'],
  [OTHER_TESLA, 'Van 7'],
  [FORD, 'Van 8'],
];

describe('a list with everything', () => {
  const book = bookOf({ rows: ROWS, connected: [HONDA], known: [OTHER_TESLA], hasHeadings: true });

  test('each row is judged, with its brand and year and the line it stands in', () => {
    const rows = Array.from({ length: book.size }, (_, place) => book.row(place));
    expect(rows.map(({ line, state, category }) => [line, state, category])).toEqual([
      [2, 'ok', 'unknown'],
      [3, 'vin_check_digit', 'check_digit'],
      [4, 'duplicate', 'duplicate'],
      [5, 'connected', 'connected'],
      [6, 'empty', 'no_vin'],
      [7, 'vin_length', 'no_vin'],
      [8, 'ok', 'unknown'],
      [9, 'ok', 'unlikely'],
    ]);
    expect(rows[0]).toMatchObject({ make: 'TESLA', year: 2019, labels: { name: 'Van 1' } });
    expect(rows[2]?.sameAsLine).toBe(2);
    expect(rows[7]?.verdict?.reason).toBe('phone_only');
  });

  test('the numbers agree, and brands are asked about once for each kind of car', () => {
    expect(summarise(book)).toMatchObject({ total: 8, leftOut: 0, fresh: 2, known: 1 });
    expect(summarise(book).brands).toEqual([{ make: 'TESLA', vins: [TESLA] }]);
  });
});

test('what Smartcar says of a kind holds for all its cars; of one car for that one', () => {
  const book = bookOf({ rows: [[TESLA], [OTHER_TESLA]] });
  book.learnKinds([report(TESLA, 'likely')]);
  expect(book.counts()).toMatchObject({ likely: 2 });
  book.learnCars([report(OTHER_TESLA, 'unlikely')]);
  expect(book.counts()).toMatchObject({ likely: 1, unlikely: 1 });
  // What could not be asked changes nothing.
  book.learnKinds([{ ...report(TESLA, 'unknown'), reason: 'not_checked' }]);
  expect(book.counts()).toMatchObject({ likely: 1, unlikely: 1 });
  expect(linesOfCars(book.pack(0, 10, 5)).map(unpackCar)).toMatchObject([
    { vin: TESLA, importedAt: 5, likelihood: 'likely', missing: ['read_fuel'] },
    { vin: OTHER_TESLA, likelihood: 'unlikely' },
  ]);
});

test('the list ends at its limit, and says how many were left out', () => {
  const rows = [['VIN'], ...Array.from({ length: MOST_IMPORTED }, () => [TESLA])];
  const full = bookOf({ rows, hasHeadings: true, leftOut: 3 });
  expect([full.size, full.leftOut]).toEqual([MOST_IMPORTED, 3]);
  const without = bookOf({ rows, leftOut: 3 });
  expect([without.size, without.leftOut]).toEqual([MOST_IMPORTED, 4]);
});

test('views filter, search and sort, both ways', () => {
  const book = bookOf({ rows: ROWS, hasHeadings: true });
  const places = (view: Partial<typeof WHOLE_REPORT>) => [
    ...orderOf(book, { ...WHOLE_REPORT, ...view }),
  ];
  expect(places({ category: 'no_vin' })).toEqual([4, 5]);
  expect(places({ query: 'tesla van' })).toEqual([0, 2, 6]);
  expect(places({ descending: true })[0]).toBe(7);
  expect(places({ sort: 'year' }).slice(-2)).toEqual([4, 5]);
  expect(places({ sort: 'vin', category: 'unknown' })).toEqual([3, 0, 6]);
});

test('every row is in exactly one heap, and every car comes once', () => {
  const cell = fc.oneof(
    fc.constantFrom(TESLA, OTHER_TESLA, HONDA, FORD, '', 'x'),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, fc.string()), { maxLength: 40 }), (rows) => {
      const book = bookOf({ rows, connected: [HONDA] });
      const counts = book.counts();
      const sum = CATEGORIES.reduce((total, name) => total + counts[name], 0);
      expect(sum).toBe(rows.length);
      const packed = linesOfCars(book.pack(0, 100, 0)).map((line) => unpackCar(line).vin);
      expect(new Set(packed).size).toBe(packed.length);
      expect(packed).toHaveLength(counts.likely + counts.unknown + counts.unlikely);
    }),
  );
});

test('the saved report holds what the view shows, and no formula', () => {
  const book = bookOf({ rows: ROWS, hasHeadings: true });
  const same = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, key])) as unknown as Record<K, string>;
  const words: ReportWords = {
    columns: same(CSV_COLUMNS),
    categories: same(CATEGORIES),
    reasons: {} as ReportWords['reasons'],
    states: same(['empty', 'vin_length', 'vin_characters', 'vin_check_digit']),
    checkDigits: same(['right', 'wrong', 'not_used']),
    mended: same(['signs', 'letters']),
    sameAs: 'as {{line}}',
    permissions: {},
    brands: { TESLA: 'Tesla' },
  };
  const text = reportCsv(book, orderOf(book, { ...WHOLE_REPORT, category: 'duplicate' }), words);
  expect(text.startsWith('\ufeff')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true });
  expect(data).toMatchObject([
    { line: '4', vin: TESLA, brand: 'Tesla', year: '2019', outcome: 'duplicate', note: 'as 2' },
  ]);
  const all = reportCsv(book, orderOf(book, WHOLE_REPORT), words);
  expect(all).toContain("'=1+1");
});
