import { expect, test } from 'vitest';
import { linesOf, packVehicles } from '../../../contract/packedVehicles.ts';
import type { TableView } from '../../../contract/tableView.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { sortedSlots } from './order.ts';
import { read, vehicleWith } from './testing/vehicles.ts';
import { createVehicleStore } from './vehicleStore.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

function orderOf(vehicles: readonly Vehicle[], sort: TableView['sort']): string[] {
  const store = createVehicleStore();
  for (const line of linesOf(packVehicles(vehicles))) store.put(line);
  return Array.from(sortedSlots(store, sort, NOW)).map((slot) => store.idAt(slot) ?? '');
}

const up = (column: TableView['sort'][number]['column']) => ({ column, descending: false });
const down = (column: TableView['sort'][number]['column']) => ({ column, descending: true });

const FLEET = [
  vehicleWith('none', { labels: { name: 'A' } }),
  vehicleWith('far', { readings: read('odometer', { distanceKm: 9_000 }), labels: { group: 'X' } }),
  vehicleWith('near', { readings: read('odometer', { distanceKm: 10 }), labels: { group: 'Y' } }),
  vehicleWith('middle', {
    readings: read('odometer', { distanceKm: 500 }),
    labels: { group: 'X' },
  }),
];

test('numbers by their size; what is empty comes last in both directions', () => {
  expect(orderOf(FLEET, [up('odometer')])).toEqual(['near', 'middle', 'far', 'none']);
  expect(orderOf(FLEET, [down('odometer')])).toEqual(['far', 'middle', 'near', 'none']);
});

test('the first column decides, the next between equals', () => {
  expect(orderOf(FLEET, [down('group'), up('odometer')])).toEqual([
    'near',
    'middle',
    'far',
    'none',
  ]);
});

test('equals by their names, numbers in names by their value', () => {
  const names = ['Van 10', 'Van 9', 'van 9b'];
  const same = names.map((name) => vehicleWith(name, { labels: { name, group: 'Pool' } }));
  expect(orderOf(same, [down('group')])).toEqual(['Van 9', 'van 9b', 'Van 10']);
});

test('an age grows as its moment goes back', () => {
  const at = (id: string, moment: string) =>
    vehicleWith(id, { readings: read('odometer', { distanceKm: 1 }, moment) });
  const ages = [at('old', '2026-11-20T00:00:00.000Z'), at('new', '2026-11-25T00:00:00.000Z')];
  expect(orderOf(ages, [up('age')])).toEqual(['new', 'old']);
});

test('calls left: those of another month are past', () => {
  const used = (id: string, month: string, count: number) =>
    vehicleWith(id, { calls: { month, count } });
  const fleet = [
    used('many', '2026-11', 90),
    used('past', '2026-10', 400),
    used('few', '2026-11', 5),
  ];
  expect(orderOf(fleet, [up('callsLeft')])).toEqual(['many', 'few', 'past']);
});
