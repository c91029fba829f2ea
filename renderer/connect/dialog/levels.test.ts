import { expect, test } from 'vitest';
import type { Application } from '../../../contract/application.ts';
import { DEFAULT_CONNECT_OPTIONS } from '../../../contract/connectOptions.ts';
import { PERMISSION_PRESETS, type PermissionPreset } from '../../../contract/permissions.ts';
import { levelsOf, presetOf, presetsFor, requestedOf, requiredOf, withPreset } from './levels.ts';

const [mileage, locationAndEnergy] = PERMISSION_PRESETS as [PermissionPreset, PermissionPreset];
const nothing = levelsOf([]);
const PEOPLES = {
  id: 'own-1',
  name: 'Pool',
  permissions: ['read_vin', 'read_odometer'],
  required: ['read_odometer'],
} as const;

test('a set of one’s own requires what it says, and is found again only so', () => {
  const levels = withPreset(levelsOf([{ permission: 'read_vin', required: true }]), PEOPLES);
  expect(requiredOf(levels)).toEqual(['read_odometer']);
  expect(presetOf(levels, [PEOPLES])).toBe(PEOPLES);
  expect(presetOf({ ...levels, read_vin: 'required' }, [PEOPLES])).toBeNull();
});

test('rows ask for exactly what they were made of', () => {
  const asked = DEFAULT_CONNECT_OPTIONS.permissions ?? [];
  expect(requestedOf(levelsOf(asked))).toEqual(asked);
});

test('whatever the order, it is asked for in the order of the contract', () => {
  const levels = levelsOf([
    { permission: 'control_charge', required: false },
    { permission: 'read_vin', required: true },
  ]);
  expect(requestedOf(levels)).toEqual([
    { permission: 'read_vin', required: true },
    { permission: 'control_charge', required: false },
  ]);
});

test('a set asks for all of it and nothing else, and requires only what tells cars apart', () => {
  const levels = withPreset(levelsOf([{ permission: 'read_tires', required: true }]), mileage);
  expect(requestedOf(levels).map(({ permission }) => permission)).toEqual(mileage.permissions);
  expect(requiredOf(levels)).toEqual(['read_vehicle_info']);
});

test('what was required stays so in a set that has it', () => {
  const before = levelsOf([{ permission: 'read_odometer', required: true }]);
  expect(requiredOf(withPreset(before, mileage))).toEqual(['read_vehicle_info', 'read_odometer']);
});

test('no set of ours has commands, but the one that says so', () => {
  const withCommands = PERMISSION_PRESETS.filter(({ permissions }) =>
    permissions.some((permission) => permission.startsWith('control_')),
  );
  expect(withCommands.map(({ id }) => id)).toEqual(['with_commands']);
});

test('a set is recognised however firmly it is asked for, and not with one row more or less', () => {
  const levels = withPreset(nothing, locationAndEnergy);
  expect(presetOf(levels, PERMISSION_PRESETS)).toBe(locationAndEnergy);
  expect(presetOf({ ...levels, read_fuel: 'required' }, PERMISSION_PRESETS)).toBe(
    locationAndEnergy,
  );
  expect(presetOf({ ...levels, read_fuel: 'off' }, PERMISSION_PRESETS)).toBeNull();
  expect(presetOf({ ...levels, read_tires: 'optional' }, PERMISSION_PRESETS)).toBeNull();
});

test('a backend’s own sets come in place of ours, if it has any', () => {
  const own: PermissionPreset = { id: 'ours', name: 'Pool cars', permissions: ['read_odometer'] };
  const application = (presets: readonly PermissionPreset[]): Application => ({
    kind: 'own',
    clientId: '1a2b3c4d-1a2b-1a2b-1a2b-1a2b3c4d5e6f',
    redirectUris: ['https://fleet.example/done'],
    mode: 'live',
    exchange: { kind: 'backend', address: 'https://backend.example', presets },
  });
  expect(presetsFor(application([own]), [])).toEqual([own]);
  expect(presetsFor(application([]), [])).toEqual(PERMISSION_PRESETS);
  expect(presetsFor({ kind: 'simulated' }, [PEOPLES])).toEqual([...PERMISSION_PRESETS, PEOPLES]);
});
