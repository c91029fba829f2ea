import { expect, test, vi } from 'vitest';
import { SmartcarError } from '../smartcar/errors.ts';
import type { VehiclePlatform } from '../smartcar/platform.ts';
import { TOKENS } from '../testing/connect.ts';
import { discard, inspect } from './inspection.ts';

function platformWith(ids: readonly string[]) {
  return {
    listVehicles: vi.fn<VehiclePlatform['listVehicles']>(async () => [...ids]),
    permissions: vi.fn<VehiclePlatform['permissions']>(async () => []),
    read: vi.fn<VehiclePlatform['read']>(async (_authorization, id) => ({
      identity: { vin: `VIN of ${id}`, make: 'AUDI', model: 'A3', year: 2021 },
      readings: {},
    })),
    command: vi.fn<VehiclePlatform['command']>(async () => undefined),
    disconnect: vi.fn<VehiclePlatform['disconnect']>(async () => undefined),
  };
}

const OFFLINE = new SmartcarError({ type: 'NETWORK' });

test('tells which cars tokens open, with these very tokens', async () => {
  const platform = platformWith(['v1']);
  expect(await inspect(platform, TOKENS)).toEqual([
    { vin: 'VIN of v1', make: 'AUDI', model: 'A3', year: '2021' },
  ]);
  const authorization = platform.listVehicles.mock.calls[0]?.[0];
  expect((await authorization?.token())?.reveal()).toBe('access');
  await expect(authorization?.renew(TOKENS.accessToken)).rejects.toThrow('reconnect');
});

test('a car that says nothing is told as such; what cannot be listed is not told at all', async () => {
  const silent = platformWith(['v1']);
  silent.read.mockResolvedValue({ identity: {}, readings: {} });
  expect(await inspect(silent, TOKENS)).toEqual([
    { vin: null, make: null, model: null, year: null },
  ]);
  const away = platformWith(['v1']);
  away.listVehicles.mockRejectedValue(OFFLINE);
  expect(await inspect(away, TOKENS)).toBeNull();
});

test('discarding ends the access to each car, and a network that is gone is no fault', async () => {
  const platform = platformWith(['v1', 'v2']);
  await discard(platform, TOKENS);
  expect(platform.disconnect.mock.calls.map(([, id]) => id)).toEqual(['v1', 'v2']);
  platform.listVehicles.mockRejectedValue(OFFLINE);
  await discard(platform, TOKENS);
});
