import { expect, test } from 'vitest';
import { fullName, makeName, shortName, vinTail } from './vehicleName.ts';

test.each([
  ['TESLA', 'Tesla'],
  ['BMW', 'BMW'],
  ['CUPRA', 'CUPRA'],
  ['LAND_ROVER', 'Land Rover'],
  ['ALFA ROMEO', 'Alfa Romeo'],
  ['MERCEDES-BENZ', 'Mercedes-Benz'],
  ['Tesla', 'Tesla'],
  ['ŠKODA', 'Škoda'],
])('%s is written %s', (make, name) => {
  expect(makeName(make)).toBe(name);
});

test('a name is made of what is known', () => {
  expect(fullName({ make: 'TESLA', model: 'Model Y', year: 2023 })).toBe('Tesla Model Y 2023');
  expect(shortName({ make: 'TESLA', model: 'Model Y', year: 2023 })).toBe('Tesla Model Y');
  expect(fullName({ make: null, model: 'Model Y', year: null })).toBe('Model Y');
  expect(fullName({ make: null, model: null, year: null })).toBeNull();
  expect(shortName({ make: null, model: null, year: 2023 })).toBeNull();
});

test('the end of a VIN is its last six characters', () => {
  expect(vinTail('5YJYGDEE1MF010037')).toBe('010037');
});
