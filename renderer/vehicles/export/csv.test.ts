import i18next from 'i18next';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_BUDGET } from '../../../contract/budget.ts';
import { READING_KINDS, type Readings } from '../../../contract/readings.ts';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import en from '../../locales/en.json';
import type { TableContext } from '../columns/column.ts';
import { columnText, rowsText } from './copyText.ts';
import { csvOf } from './csv.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const MEASURED = '2026-11-25T10:00:00.000Z';
const FETCHED = '2026-11-25T11:00:00.000Z';
const never = { last: null, problem: null };
const NOTHING = Object.fromEntries(
  READING_KINDS.map((kind) => [kind, never]),
) as unknown as Readings;

let context: TableContext;
beforeAll(async () => {
  const resources = { en: { translation: en } };
  const t = await i18next.init({
    lng: 'en',
    resources,
    interpolation: { escapeValue: false },
  });
  context = { t, refreshRules: DEFAULT_BUDGET, callLimit: null, smallLines: false };
});

function vehicle(name: string, readings: Partial<Readings>): Vehicle {
  const labels = { name, plate: null, driver: null, group: null, tags: [], notes: null };
  return { labels, readings: { ...NOTHING, ...readings }, vin: null } as unknown as Vehicle;
}

function parsed(
  vehicles: readonly Vehicle[],
  columns: readonly ColumnId[],
): Record<string, string>[] {
  const text = csvOf(vehicles, columns, context, NOW);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
}

const driven = vehicle('Van 1', {
  odometer: {
    last: { value: { distanceKm: 12_345.6 }, measuredAt: MEASURED, fetchedAt: FETCHED },
    problem: null,
  },
});

test('units stand in the headings, numbers bare, the moment beside them', () => {
  expect(parsed([driven], ['name', 'odometer'])).toEqual([
    { Vehicle: 'Van 1', 'Odometer (km)': '12346', 'Odometer: measured at': MEASURED },
  ]);
});

test('a value without a time of the car says that it is that of the fetch', () => {
  const unsure = vehicle('Van 1', {
    odometer: {
      last: { value: { distanceKm: 1 }, measuredAt: null, fetchedAt: FETCHED },
      problem: null,
    },
  });
  expect(parsed([unsure], ['odometer'])[0]?.['Odometer: measured at']).toBe(`fetched ${FETCHED}`);
});

test('an empty cell has its reason', () => {
  expect(parsed([vehicle('Van 2', {})], ['odometer'])[0]).toEqual({
    'Odometer (km)': 'Never read',
    'Odometer: measured at': '',
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j stays a text in spreadsheets', (name) => {
  expect(parsed([vehicle(name, {})], ['name'])[0]?.Vehicle).toBe(`'${name}`);
});

test('a negative number stays a number', () => {
  const west = vehicle('Van 3', {
    location: {
      last: {
        value: { latitude: 37.7, longitude: -122.4 },
        measuredAt: MEASURED,
        fetchedAt: FETCHED,
      },
      problem: null,
    },
  });
  expect(parsed([west], ['location'])[0]?.Longitude).toBe('-122.4');
});

test('parts of one reading share one moment', () => {
  const [row = {}] = parsed([driven], ['tires', 'tireFrontLeft', 'tireFrontRight']);
  expect(Object.keys(row).filter((heading) => heading.endsWith('measured at'))).toHaveLength(1);
});

test('copied rows have headings where there are several, and no line ends within a cell', () => {
  const noted = vehicle('Van\n4', {});
  expect(rowsText([noted], ['name', 'odometer'], context, NOW)).toBe('Van 4\tNever read');
  expect(rowsText([driven, noted], ['name', 'odometer'], context, NOW).split('\n')).toEqual([
    'Vehicle\tOdometer',
    'Van 1\t12,346\u00a0km',
    'Van 4\tNever read',
  ]);
  expect(columnText([driven, noted], 'name', context, NOW)).toBe('Van 1\nVan 4');
});
