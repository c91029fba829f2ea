import { expect, test } from 'vitest';
import { missingGrants, standingOf } from './standing.ts';

const asked = ['read_vin', 'read_fuel', 'read_battery', 'read_charge', 'read_engine_oil'];
const ok = { access: 'ok', accessEnded: null } as const;
const since = '2026-11-20T12:00:00.000Z';

test.each([
  ['all that was asked for', ['read_vin'], ['read_vin'], []],
  ['something refused', ['read_vin', 'read_location'], ['read_vin'], ['read_location']],
  ['an electric car has no tank', asked, ['read_vin', 'read_battery', 'read_charge'], []],
  ['a car with a tank has no plug', asked, ['read_vin', 'read_fuel', 'read_engine_oil'], []],
  ['neither tank nor battery', asked, ['read_vin'], asked.slice(1)],
  ['nobody knows what was asked', null, ['read_vin'], []],
  ['nobody knows what was given', asked, null, []],
])('%s', (_what, wanted, permissions, missing) => {
  expect(missingGrants({ asked: wanted, permissions })).toEqual(missing);
  expect(standingOf({ asked: wanted, permissions, ...ok })).toBe(
    missing.length > 0 ? 'partly' : 'connected',
  );
});

test.each([
  ['revoked', 'revoked'],
  ['login', 'needsDriver'],
  ['idle', 'needsDriver'],
] as const)('access that ended by %s: %s', (reason, standing) => {
  const accessEnded = { reason, since };
  expect(standingOf({ asked: null, permissions: null, access: 'reconnect', accessEnded })).toBe(
    standing,
  );
});
