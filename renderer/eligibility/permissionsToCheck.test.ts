import { expect, test } from 'vitest';
import { amongAsked, permissionsToCheck } from './permissionsToCheck.ts';

const compass = { permission: 'read_compass', required: false } as const;
const fuel = { permission: 'read_fuel', required: true } as const;

test('the usual permissions are always asked about, so that trying them out needs no new check', () => {
  expect(permissionsToCheck([fuel])).toEqual(permissionsToCheck(null));
  expect(permissionsToCheck([])).toContain('read_fuel');
});

test('what few brands know is asked about only when it is asked for', () => {
  expect(permissionsToCheck([fuel])).not.toContain('read_compass');
  expect(permissionsToCheck([compass])).toContain('read_compass');
});

test('of a report, what is asked for matters; all of it where Smartcar’s dashboard decides', () => {
  const missing = ['read_tires', 'read_fuel', 'read_something_new'];
  expect(amongAsked(missing, [fuel, compass])).toEqual(['read_fuel']);
  expect(amongAsked(missing, null)).toEqual(['read_fuel', 'read_tires']);
});
