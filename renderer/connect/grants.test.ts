import { expect, test } from 'vitest';
import type { GrantState, VehicleGrants } from '../../contract/connect.ts';
import { countGranted, groupGrants, mayStillBeGranted, missingPermissions } from './grants.ts';

function grants(vehicleId: string, fuel: GrantState, place: GrantState): VehicleGrants {
  return {
    vehicleId,
    permissions: [
      { permission: 'read_odometer', required: false, state: 'granted' },
      { permission: 'read_fuel', required: false, state: fuel },
      { permission: 'read_location', required: false, state: place },
    ],
  };
}

test('cars that answered alike are one group, in the order in which they came', () => {
  const groups = groupGrants([
    grants('a', 'not_capable', 'granted'),
    grants('b', 'granted', 'declined'),
    grants('c', 'not_capable', 'granted'),
  ]);
  expect(groups.map(({ vehicleIds }) => vehicleIds)).toEqual([['a', 'c'], ['b']]);
});

test('what is missing stands before what was granted', () => {
  const [group] = groupGrants([grants('a', 'not_capable', 'declined')]);
  expect(group?.permissions.map(({ state }) => state)).toEqual([
    'declined',
    'not_capable',
    'granted',
  ]);
  expect(countGranted(group?.permissions ?? [])).toBe(1);
});

test('asking again helps unless the car itself cannot', () => {
  expect(mayStillBeGranted([grants('a', 'not_capable', 'granted')])).toBe(false);
  expect(mayStillBeGranted([grants('a', 'not_capable', 'not_granted')])).toBe(true);
  expect(mayStillBeGranted([])).toBe(false);
});

test('what several cars lack is named once', () => {
  const all = [grants('a', 'not_capable', 'granted'), grants('b', 'not_capable', 'declined')];
  expect(missingPermissions(all)).toEqual(['read_fuel', 'read_location']);
});
