import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { linesOf, packVehicles } from '../../../contract/packedVehicles.ts';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import en from '../../locales/en.json';
import { sortedSlots } from './order.ts';
import { groupedRows, plainRows, type Rows } from './rows.ts';
import { read, vehicleWith } from './testing/vehicles.ts';
import { createVehicleStore } from './vehicleStore.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

let t: TFunction;
beforeAll(async () => {
  t = await i18next.init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

function setUp(vehicles: readonly Vehicle[]) {
  const store = createVehicleStore();
  for (const line of linesOf(packVehicles(vehicles))) store.put(line);
  const slots = sortedSlots(store, [{ column: 'name', descending: false }], NOW);
  const grouped = (
    column: ColumnId,
    collapsed: readonly string[] = [],
    callLimit: number | null = null,
  ) => groupedRows(store, slots, null, column, new Set(collapsed), { t, now: NOW, callLimit });
  return { store, slots, grouped };
}

function shown(rows: Rows): string[] {
  return Array.from({ length: rows.length }, (_, index) => {
    const row = rows.at(index);
    return row?.kind === 'group' ? `${row.label} (${row.count})` : (row?.id ?? '?');
  });
}

const inGroup = (id: string, group: string | null) =>
  vehicleWith(id, { labels: { name: id, group } });
const FLEET = [
  inGroup('c', 'Pool'),
  inGroup('a', 'North'),
  inGroup('b', 'Pool'),
  inGroup('d', null),
];

test('without groups: one row for each vehicle that fits', () => {
  const { store, slots } = setUp(FLEET);
  const rows = plainRows(store, slots, null);
  expect(shown(rows)).toEqual(['a', 'b', 'c', 'd']);
  expect(rows.ids()).toEqual(['a', 'b', 'c', 'd']);
  expect([rows.indexOf('c'), rows.indexOf('nobody'), rows.headingOf(0)]).toEqual([2, -1, -1]);
  expect(rows.at(4)).toBeUndefined();
});

test('under headings, those without a value last', () => {
  const { grouped } = setUp(FLEET);
  const rows = grouped('group');
  expect(shown(rows)).toEqual(['North (1)', 'a', 'Pool (2)', 'b', 'c', 'Not known (1)', 'd']);
  expect([rows.indexOf('c'), rows.headingOf(4), rows.headingOf(2)]).toEqual([4, 2, 2]);
  expect([rows.indexOfGroup('Pool'), rows.indexOfGroup('South')]).toEqual([2, -1]);
});

test('a folded group keeps its vehicles among those that fit, and out of the rows', () => {
  const { grouped } = setUp(FLEET);
  const rows = grouped('group', ['Pool']);
  expect(shown(rows)).toEqual(['North (1)', 'a', 'Pool (2)', 'Not known (1)', 'd']);
  expect(rows.indexOf('b')).toBe(-1);
  expect([rows.matches, rows.ids().length]).toEqual([4, 4]);
});

test('a vehicle that went while its row was shown leaves no row', () => {
  const { store, slots } = setUp(FLEET);
  const rows = plainRows(store, slots, null);
  store.remove('b');
  expect(rows.at(1)).toBeUndefined();
  expect(rows.ids()).toEqual(['a', 'c', 'd']);
});

const at = (id: string, days: number) =>
  vehicleWith(id, {
    labels: { name: id },
    readings: read('odometer', { distanceKm: 1 }, new Date(NOW - days * 86_400_000).toISOString()),
  });
const charged = (id: string, fraction: number) =>
  vehicleWith(id, { labels: { name: id }, readings: read('battery', { fraction, rangeKm: null }) });

test.each<[string, ColumnId, readonly Vehicle[], readonly string[]]>([
  [
    'energy by steps of a fifth',
    'energy',
    [charged('full', 1), charged('low', 0.19), charged('edge', 0.6), charged('most', 0.79)],
    ['0% to 20% (1)', 'low', '60% to 80% (2)', 'edge', 'most', '80% to 100% (1)', 'full'],
  ],
  [
    'ages by a few steps',
    'age',
    [at('a', 0.5), at('b', 1.5), at('c', 40), vehicleWith('never', { labels: { name: 'never' } })],
    [
      'Less than a day ago (1)',
      'a',
      'Less than 2 days ago (1)',
      'b',
      'More than 30 days ago (1)',
      'c',
      'Not known (1)',
      'never',
    ],
  ],
  [
    'what goes on with the vehicles, who has to act first',
    'status',
    [
      vehicleWith('fine', { labels: { name: 'fine' } }),
      vehicleWith('ended', { labels: { name: 'ended' }, access: 'reconnect' }),
      vehicleWith('paused', { labels: { name: 'paused' }, paused: true }),
    ],
    ['Connect again (1)', 'ended', 'Paused (1)', 'paused', 'Connected (1)', 'fine'],
  ],
])('%s', (_, column, vehicles, rows) => {
  expect(shown(setUp(vehicles).grouped(column))).toEqual(rows);
});

test('calls left by steps, or all alike without a limit', () => {
  const used = (id: string, count: number) =>
    vehicleWith(id, { labels: { name: id }, calls: { month: '2026-11', count } });
  const { grouped } = setUp([used('a', 20), used('b', 480)]);
  expect(shown(grouped('callsLeft', [], 500))).toEqual([
    '0 to 100 (1)',
    'b',
    '400 to 500 (1)',
    'a',
  ]);
  expect(shown(grouped('callsLeft'))).toEqual(['No limit (2)', 'a', 'b']);
});
