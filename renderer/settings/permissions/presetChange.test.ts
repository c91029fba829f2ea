import { expect, test } from 'vitest';
import { levelsOfPreset, withLevel, withoutPreset, withPresetChanged } from './presetChange.ts';

const POOL = {
  id: 'own-1',
  name: 'Pool',
  permissions: ['read_vin', 'read_odometer'],
  required: ['read_odometer'],
} as const;
const VANS = { ...POOL, id: 'own-2', name: 'Vans' };

test('a permission is asked for more or less firmly, and the last one stays', () => {
  expect(withLevel(POOL, 'read_fuel', 'required')).toMatchObject({
    permissions: ['read_vin', 'read_odometer', 'read_fuel'],
    required: ['read_odometer', 'read_fuel'],
  });
  const one = withLevel(POOL, 'read_odometer', 'off');
  expect(one).toMatchObject({ permissions: ['read_vin'], required: [] });
  expect(one && withLevel(one, 'read_vin', 'off')).toBeNull();
  expect(levelsOfPreset(POOL)).toMatchObject({ read_vin: 'optional', read_odometer: 'required' });
});

test('a set keeps its place when it is changed', () => {
  const settings = { own: [POOL, VANS], first: null };
  const renamed = { ...POOL, name: 'Pool cars' };
  expect(withPresetChanged(settings, renamed).own.map(({ name }) => name)).toEqual([
    'Pool cars',
    'Vans',
  ]);
});

test('Connect does not start with a set that is gone', () => {
  const settings = { own: [POOL, VANS], first: 'own-1' };
  expect(withoutPreset(settings, 'own-1')).toEqual({ own: [VANS], first: null });
  expect(withoutPreset(settings, 'own-2')).toEqual({ own: [POOL], first: 'own-1' });
});
