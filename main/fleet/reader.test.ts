import { expect, test, vi } from 'vitest';
import { TokenError } from '../exchange/tokenError.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { ReadAnswer, VehiclePlatform } from '../smartcar/platform.ts';
import { newVehicle } from './merge.ts';
import { readVehicle } from './reader.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

const NOW = Date.parse('2026-05-01T10:00:00Z');
const CONNECTION = { id: 'c', application: 'simulated', createdAt: '2026-04-01T00:00:00.000Z' };
const PERMISSIONS = ['read_odometer', 'read_fuel'];
const KEPT_BACK = new SmartcarError({ type: 'RATE_LIMIT', code: 'SMARTCAR_API', retryAfter: 90 });
const ENDED = new SmartcarError({
  type: 'CONNECTED_SERVICES_ACCOUNT',
  code: 'AUTHENTICATION_FAILED',
});

const half: ReadAnswer = {
  identity: {},
  readings: {
    odometer: {
      ok: true,
      value: { distanceKm: 100 },
      measuredAt: new Date(NOW),
      fetchedAt: new Date(NOW),
    },
    fuel: { ok: false, error: ENDED },
  },
};

function read(platform: Partial<VehiclePlatform>, change: Partial<VehicleRecord> = {}) {
  const vehicle = { ...newVehicle('v', CONNECTION), ...change };
  const authorization = { token: vi.fn(), renew: vi.fn() };
  const get = async () => platform as VehiclePlatform;
  return readVehicle(get, authorization, vehicle, () => NOW);
}

test('permissions that came are kept though the values could not be asked for', async () => {
  const { vehicle, verdict } = await read({
    permissions: async () => PERMISSIONS,
    read: () => Promise.reject(KEPT_BACK),
  });
  expect(verdict).toEqual({ kind: 'throttled' });
  expect(vehicle.permissions).toEqual(PERMISSIONS);
  expect(vehicle.refreshedAt).toBeNull();
});

test.each([
  ['the budget', KEPT_BACK],
  ['the network', new SmartcarError({ type: 'NETWORK' })],
  ['a token', new TokenError('offline')],
])('where %s is lacking to ask twice, values that came are kept all the same', async (_, error) => {
  const ask = vi.fn<VehiclePlatform['read']>();
  ask.mockResolvedValueOnce(half).mockRejectedValueOnce(error);
  const { vehicle, verdict } = await read({ read: ask }, { permissions: PERMISSIONS });
  expect(ask).toHaveBeenCalledTimes(2);
  expect(verdict).toEqual({ kind: 'done' });
  expect(vehicle).toMatchObject({
    access: 'ok',
    readings: {
      odometer: { last: { value: { distanceKm: 100 } }, problem: null },
      fuel: { last: null, problem: { code: 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED' } },
    },
  });
});

test('an end that the second answer tells as a whole is an end, and what came first is kept', async () => {
  const ask = vi.fn<VehiclePlatform['read']>();
  ask.mockResolvedValueOnce(half).mockRejectedValueOnce(ENDED);
  const { vehicle, verdict } = await read({ read: ask }, { permissions: PERMISSIONS });
  expect(verdict).toEqual({ kind: 'over' });
  expect(vehicle).toMatchObject({
    access: 'reconnect',
    readings: { odometer: { last: { value: { distanceKm: 100 } } } },
  });
});
