import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { PERMISSIONS, type Permission } from '../../../contract/permissions.ts';
import { andText } from '../../format/list.ts';
import en from '../../locales/en.json';
import { whoCannotFinish } from './cannotFinish.ts';
import { cannotFinishText } from './cannotFinishWords.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
});

function sentence(...required: Permission[]): string {
  return cannotFinishText(i18next.t, whoCannotFinish(required));
}

test('make, model and year keep nobody out', () => {
  expect(sentence()).toMatch(/^Every car can finish/);
  expect(sentence('read_vehicle_info')).toBe(sentence());
});

test.each<[string, Permission[]]>([
  ['Cars without a fuel tank cannot finish: Fuel is required.', ['read_fuel']],
  [
    'Cars without a traction battery cannot finish: Battery and Charge are required.',
    ['read_vehicle_info', 'read_battery', 'read_charge'],
  ],
  [
    'Cars without a fuel tank and cars that do not report their tyre pressure cannot finish: Fuel and Tyre pressure are required.',
    ['read_fuel', 'read_tires'],
  ],
  ['Cars of most brands cannot finish: Heading is required.', ['read_compass']],
])('%s', (words, required) => {
  expect(sentence(...required)).toBe(words);
});

test('a tank and a battery both leave only plug-in hybrids', () => {
  expect(sentence('read_fuel', 'read_battery')).toBe(
    'Only plug-in hybrids can finish: Fuel and Battery are required.',
  );
  expect(sentence('read_charge', 'read_engine_oil', 'read_tires')).toBe(
    'Only plug-in hybrids can finish: Engine oil and Charge are required. ' +
      'Of those, cars that do not report their tyre pressure cannot: Tyre pressure is required.',
  );
});

test('many conditions are listed instead of many kinds of cars', () => {
  expect(sentence('read_fuel', 'read_tires', 'read_security', 'read_vin')).toBe(
    `Only cars that have all of this can finish: ${andText(['Fuel', 'Tyre pressure', 'Locks', 'VIN'])}.`,
  );
});

test('every other permission keeps somebody out, and everything at once has its sentence', () => {
  for (const permission of PERMISSIONS) {
    const { kind } = whoCannotFinish([permission]);
    expect([permission, kind]).toEqual([
      permission,
      permission === 'read_vehicle_info' ? 'nobody' : 'some',
    ]);
  }
  expect(whoCannotFinish(PERMISSIONS)).toEqual({
    kind: 'many',
    permissions: PERMISSIONS.filter((permission) => permission !== 'read_vehicle_info'),
  });
});
