import { expect, test } from 'vitest';
import type { Vehicle } from '../../contract/vehicles.ts';
import { addPage, applyFleetChange, type FleetSnapshot } from './applyFleetChange.ts';

const vehicle = (id: string, model = 'Model Y') => ({ id, model }) as Vehicle;
const fleet: FleetSnapshot = {
  vehicles: [vehicle('a'), vehicle('b'), vehicle('c')],
  refreshing: [],
  reach: 'unknown',
};
const nothing = { changed: [], removed: [], refreshing: [], reach: 'online' } as const;

test('changed vehicles keep their place, and the others their object', () => {
  const { vehicles } = applyFleetChange(fleet, { ...nothing, changed: [vehicle('b', 'i3')] });
  expect(vehicles.map(({ id, model }) => [id, model])).toEqual([
    ['a', 'Model Y'],
    ['b', 'i3'],
    ['c', 'Model Y'],
  ]);
  expect(vehicles[0]).toBe(fleet.vehicles[0]);
  expect(vehicles[2]).toBe(fleet.vehicles[2]);
});

test('new vehicles come last and removed ones go', () => {
  const change = { ...nothing, changed: [vehicle('d')], removed: ['a'] };
  expect(applyFleetChange(fleet, change).vehicles.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
});

test('a vehicle that is both changed and removed is gone', () => {
  const change = { ...nothing, changed: [vehicle('a'), vehicle('d')], removed: ['a', 'd'] };
  expect(applyFleetChange(fleet, change).vehicles.map(({ id }) => id)).toEqual(['b', 'c']);
});

test('progress alone leaves the list untouched', () => {
  const after = applyFleetChange(fleet, { ...nothing, refreshing: ['a'], reach: 'offline' });
  expect(after.vehicles).toBe(fleet.vehicles);
  expect(after).toMatchObject({ refreshing: ['a'], reach: 'offline' });
});

test('the same change twice is the same as once', () => {
  const change = { ...nothing, changed: [vehicle('d')], removed: ['a'] };
  const once = applyFleetChange(fleet, change);
  expect(applyFleetChange(once, change)).toEqual(once);
});

test('a page brings what is not here yet, and nothing older than what is', () => {
  const { vehicles } = addPage(fleet, [vehicle('b', 'older'), vehicle('d')]);
  expect(vehicles.map(({ id, model }) => [id, model])).toEqual([
    ['a', 'Model Y'],
    ['b', 'Model Y'],
    ['c', 'Model Y'],
    ['d', 'Model Y'],
  ]);
  expect(addPage(fleet, [vehicle('a')])).toBe(fleet);
});
