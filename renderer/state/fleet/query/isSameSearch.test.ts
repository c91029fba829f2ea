import { expect, test } from 'vitest';
import { isSameSearch } from './isSameSearch.ts';

test.each([
  ['err:auth', 'err:reconnect', true],
  ['soc<20', ' SOC<20% ', true],
  ['age>2d', 'age>48h', true],
  ['soc<20', 'soc<=20', false],
  ['soc<20', '-soc<20', false],
  ['soc<20', 'soc<20 group:pool', false],
  ['soc<20', 'soc<20 van', false],
  ['soc<20', 'soc<20 colour:red', false],
  ['soc<20', '', false],
])('%j and %j ask for the same: %j', (one, other, isSame) => {
  expect(isSameSearch(one, other)).toBe(isSame);
});
