import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FleetChange } from '../../contract/vehicles.ts';
import { TokenError } from '../exchange/tokenError.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { ReadAnswer, VehiclePlatform } from '../smartcar/platform.ts';
import { createFleet } from './fleet.ts';
import type { VehicleRecord } from './localCopySchema.ts';

const NOW = Date.parse('2026-05-01T10:00:00Z');
const CONNECTION: ConnectionRecord = {
  id: 'c1',
  application: 'simulated',
  createdAt: '2026-04-01T00:00:00.000Z',
  userId: null,
  externalId: null,
};

function odometer(distanceKm: number): ReadAnswer {
  const at = new Date(NOW);
  return {
    identity: { make: 'TESLA', model: 'Model Y', year: 2023 },
    readings: { odometer: { ok: true, value: { distanceKm }, measuredAt: at, fetchedAt: at } },
  };
}

function failing(type: string, code?: string): ReadAnswer {
  const error = new SmartcarError({ type, code: code ?? null, requestId: 'r-1', retryAfter: 60 });
  return { identity: {}, readings: { odometer: { ok: false, error } } };
}

/** A platform with vehicles `v1` and `v2`, each of whose methods a test may replace. */
function setUp(initial: readonly VehicleRecord[] = []) {
  const platform = {
    listVehicles: vi.fn<VehiclePlatform['listVehicles']>(async () => ['v1', 'v2']),
    permissions: vi.fn<VehiclePlatform['permissions']>(async () => [
      'read_vehicle_info',
      'read_odometer',
    ]),
    read: vi.fn<VehiclePlatform['read']>(async () => odometer(100)),
    disconnect: vi.fn<VehiclePlatform['disconnect']>(async () => undefined),
  };
  const state = { connections: [CONNECTION], saved: [] as readonly VehicleRecord[] };
  const dropConnection = vi.fn(async (id: string) => {
    state.connections = state.connections.filter((connection) => connection.id !== id);
  });
  const changes: FleetChange[] = [];
  const fleet = createFleet({
    platform: async () => platform,
    authorization: () => ({ token: vi.fn(), renew: vi.fn() }),
    connections: () => state.connections,
    dropConnection,
    localCopy: {
      initial,
      repair: null,
      save: (vehicles) => {
        state.saved = vehicles;
      },
      flush: async () => undefined,
    },
    now: () => NOW,
    onChange: (change) => changes.push(change),
  });
  const vehicle = (id: string) => {
    const found = fleet.snapshot().vehicles.find((candidate) => candidate.id === id);
    if (!found) throw new Error(`no vehicle ${id}`);
    return found;
  };
  return { fleet, platform, state, dropConnection, changes, vehicle };
}

describe('a refresh', () => {
  test('lists, reads and keeps all vehicles', async () => {
    const { fleet, state, vehicle, changes } = setUp();
    await fleet.refresh();
    expect(vehicle('v1')).toMatchObject({
      make: 'TESLA',
      access: 'ok',
      refreshedAt: '2026-05-01T10:00:00.000Z',
      readings: {
        odometer: { last: { value: { distanceKm: 100 } }, problem: null },
        fuel: { last: null, problem: { reason: 'not_granted' } },
      },
    });
    expect(state.saved.map(({ id }) => id)).toEqual(['v1', 'v2']);
    expect(fleet.snapshot()).toMatchObject({ refreshing: [], reach: 'online' });
    expect(changes.some(({ refreshing }) => refreshing.includes('v1'))).toBe(true);
  });

  test('asks for what does not change only once', async () => {
    const { fleet, platform } = setUp();
    await fleet.refresh();
    await fleet.refresh();
    expect(platform.permissions).toHaveBeenCalledTimes(2);
    const attributes = platform.read.mock.calls.map(([, , request]) => request.attributes);
    expect(attributes).toEqual([true, true, false, false]);
  });

  test('never hides the last good value behind a failed one', async () => {
    const { fleet, platform, vehicle } = setUp();
    await fleet.refresh();
    platform.read.mockResolvedValue(failing('RATE_LIMIT', 'VEHICLE'));
    await fleet.refresh(['v1']);
    expect(vehicle('v1').readings.odometer).toEqual({
      last: {
        value: { distanceKm: 100 },
        measuredAt: '2026-05-01T10:00:00.000Z',
        fetchedAt: '2026-05-01T10:00:00.000Z',
      },
      problem: {
        reason: 'later',
        code: 'RATE_LIMIT:VEHICLE',
        requestId: 'r-1',
        retryAt: '2026-05-01T10:01:00.000Z',
        at: '2026-05-01T10:00:00.000Z',
      },
    });
  });

  test('of the same vehicle twice at a time is one', async () => {
    const { fleet, platform } = setUp();
    await fleet.refresh();
    platform.read.mockClear();
    await Promise.all([fleet.refresh(['v1']), fleet.refresh(['v1'])]);
    expect(platform.read).toHaveBeenCalledOnce();
  });

  test('reads a few vehicles at a time', async () => {
    const { fleet, platform } = setUp();
    platform.listVehicles.mockResolvedValue(Array.from({ length: 20 }, (_, i) => `v${i}`));
    let running = 0;
    let most = 0;
    platform.read.mockImplementation(async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return odometer(1);
    });
    await fleet.refresh();
    expect(platform.read).toHaveBeenCalledTimes(20);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe('trouble', () => {
  let set: ReturnType<typeof setUp>;
  beforeEach(async () => {
    set = setUp();
    await set.fleet.refresh();
  });

  test('without a network nothing changes but the reach', async () => {
    const { fleet, platform, vehicle } = set;
    const before = vehicle('v1');
    platform.listVehicles.mockRejectedValue(new SmartcarError({ type: 'NETWORK' }));
    platform.read.mockClear();
    await fleet.refresh();
    expect(fleet.snapshot().reach).toBe('offline');
    expect(vehicle('v1')).toEqual(before);
    expect(platform.read).not.toHaveBeenCalled();
  });

  test.each(['reconnect', 'tokens_unavailable'] as const)(
    'tokens that are gone show as %s; values stay',
    async (trouble) => {
      const { fleet, platform, vehicle } = set;
      platform.listVehicles.mockRejectedValue(new TokenError(trouble));
      platform.read.mockRejectedValue(new TokenError(trouble));
      await fleet.refresh();
      expect(vehicle('v1')).toMatchObject({
        access: trouble,
        readings: { odometer: { last: { value: { distanceKm: 100 } } } },
      });
    },
  );

  test('a car maker that asks for a new login is asked twice before a person is', async () => {
    const { fleet, platform, vehicle } = set;
    const failure = failing('CONNECTED_SERVICES_ACCOUNT', 'AUTHENTICATION_FAILED');
    platform.read.mockResolvedValueOnce(failure).mockResolvedValueOnce(odometer(101));
    await fleet.refresh(['v1']);
    expect(vehicle('v1').access).toBe('ok');
    platform.read.mockResolvedValue(failure);
    await fleet.refresh(['v1']);
    expect(vehicle('v1').access).toBe('reconnect');
  });

  test('a permission that was taken back never asks for connecting again', async () => {
    const { fleet, platform, vehicle } = set;
    platform.read.mockResolvedValue(failing('PERMISSION'));
    await fleet.refresh(['v1']);
    expect(vehicle('v1')).toMatchObject({
      access: 'ok',
      permissions: null,
      readings: { odometer: { problem: { reason: 'not_granted' } } },
    });
  });

  test('a vehicle that Smartcar no longer lists stays, with what was read', async () => {
    const { fleet, platform, vehicle } = set;
    platform.listVehicles.mockResolvedValue(['v1']);
    platform.read.mockRejectedValue(new SmartcarError({ type: 'PERMISSION', status: 403 }));
    await fleet.refresh();
    expect(vehicle('v2')).toMatchObject({
      access: 'reconnect',
      readings: { odometer: { last: { value: { distanceKm: 100 } } } },
    });
  });

  test('a server fault leaves its reason on what was asked for', async () => {
    const { fleet, platform, vehicle } = set;
    platform.read.mockRejectedValue(new SmartcarError({ type: 'SERVER', code: 'INTERNAL' }));
    await fleet.refresh(['v1']);
    expect(vehicle('v1').readings.odometer.problem).toMatchObject({ reason: 'failed' });
    expect(vehicle('v1').readings.fuel.problem).toMatchObject({ reason: 'not_granted' });
  });
});

describe('access that has ended', () => {
  const LOGIN = new SmartcarError({
    type: 'CONNECTED_SERVICES_ACCOUNT',
    code: 'AUTHENTICATION_FAILED',
    resolutionUrl: 'https://connect.example/oauth/reauthenticate?vehicle_id=v1',
  });
  const failed: ReadAnswer = { identity: {}, readings: { odometer: { ok: false, error: LOGIN } } };

  test('by the car maker’s login says so, and keeps where it can be renewed to the main process', async () => {
    const { fleet, platform, vehicle } = setUp();
    await fleet.refresh();
    platform.read.mockResolvedValue(failed);
    await fleet.refresh(['v1']);
    expect(vehicle('v1')).toMatchObject({
      access: 'reconnect',
      accessEnded: { reason: 'login', since: '2026-05-01T10:00:00.000Z' },
    });
    expect(JSON.stringify(vehicle('v1'))).not.toContain('reauthenticate');
    expect(fleet.records().find(({ id }) => id === 'v1')?.reauthenticateUrl).toBe(
      LOGIN.resolutionUrl,
    );
  });

  test('by idle tokens tells the day on which they ended, for good', async () => {
    const { fleet, platform, vehicle } = setUp();
    await fleet.refresh();
    const ended = { reason: 'idle', since: '2026-03-02T00:00:00.000Z' } as const;
    platform.read.mockRejectedValue(new TokenError('reconnect', ended));
    await fleet.refresh(['v1']);
    platform.read.mockRejectedValue(new TokenError('reconnect', { ...ended, since: 'later' }));
    await fleet.refresh(['v1']);
    expect(vehicle('v1').accessEnded).toEqual(ended);
  });

  test('comes back with a renewed login: the vehicle is read at once', async () => {
    const { fleet, platform, vehicle } = setUp();
    await fleet.refresh();
    platform.read.mockResolvedValue(failed);
    await fleet.refresh(['v1']);
    platform.read.mockResolvedValue(odometer(150));
    await fleet.reauthenticated('v1');
    expect(vehicle('v1')).toMatchObject({
      access: 'ok',
      accessEnded: null,
      readings: { odometer: { last: { value: { distanceKm: 150 } } } },
    });
    expect(fleet.records().find(({ id }) => id === 'v1')?.reauthenticateUrl).toBeNull();
  });
});

describe('what was granted', () => {
  const ASKED = ['read_vehicle_info', 'read_odometer'];

  test('is asked for once, and needs no VIN where nothing is missing', async () => {
    const { fleet, platform } = setUp();
    await fleet.adopt(CONNECTION);
    const learned = await fleet.learn(['v1', 'v2'], ASKED);
    expect([...learned.keys()]).toEqual(['v1', 'v2']);
    expect(platform.read).not.toHaveBeenCalled();
    await fleet.refresh(['v1', 'v2']);
    expect(platform.permissions).toHaveBeenCalledTimes(2);
  });

  test('with something missing brings the VIN, which is not read twice', async () => {
    const { fleet, platform, vehicle } = setUp();
    platform.permissions.mockResolvedValue(['read_vin', 'read_odometer']);
    platform.read.mockResolvedValueOnce({ identity: { vin: 'V' }, readings: {} });
    await fleet.adopt(CONNECTION);
    expect((await fleet.learn(['v1'], [...ASKED, 'read_vin'])).get('v1')).toEqual({
      permissions: ['read_vin', 'read_odometer'],
      vin: 'V',
    });
    expect(vehicle('v1').vin).toBe('V');
    await fleet.refresh(['v1']);
    expect(platform.read.mock.calls.map(([, , { vin }]) => vin)).toEqual([true, false]);
  });

  test('stays unknown for a vehicle that does not say', async () => {
    const { fleet, platform } = setUp();
    await fleet.adopt(CONNECTION);
    platform.permissions.mockRejectedValueOnce(new SmartcarError({ type: 'NETWORK' }));
    expect([...(await fleet.learn(['v1', 'v2'], ASKED)).keys()]).toEqual(['v2']);
  });
});

describe('disconnect', () => {
  test('removes vehicle and copy; tokens go with the connection’s last vehicle', async () => {
    const { fleet, state, dropConnection } = setUp();
    await fleet.refresh();
    expect(await fleet.disconnect('v1')).toEqual({ ok: true, value: null });
    expect(state.saved.map(({ id }) => id)).toEqual(['v2']);
    expect(dropConnection).not.toHaveBeenCalled();
    await fleet.disconnect('v2');
    expect(dropConnection).toHaveBeenCalledWith('c1');
    expect(fleet.snapshot().vehicles).toEqual([]);
  });

  test.each([
    [new SmartcarError({ type: 'NETWORK' }), 'offline'],
    [new SmartcarError({ type: 'SERVER', code: 'INTERNAL' }), 'refused'],
    [new TokenError('tokens_unavailable'), 'tokens_unavailable'],
    [new TokenError('offline'), 'offline'],
  ])('that fails with %s changes nothing', async (error, failure) => {
    const { fleet, platform, dropConnection } = setUp();
    await fleet.refresh();
    platform.disconnect.mockRejectedValue(error);
    expect(await fleet.disconnect('v1')).toEqual({ ok: false, failure });
    expect(fleet.snapshot().vehicles).toHaveLength(2);
    expect(dropConnection).not.toHaveBeenCalled();
  });

  test('with tokens that are dead removes what is here', async () => {
    const { fleet, platform } = setUp();
    await fleet.refresh();
    platform.disconnect.mockRejectedValue(new TokenError('reconnect'));
    expect(await fleet.disconnect('v1')).toEqual({ ok: true, value: null });
  });

  test('of a vehicle that nobody knows says so', async () => {
    const { fleet } = setUp();
    expect(await fleet.disconnect('nope')).toEqual({ ok: false, failure: 'unknown_vehicle' });
  });
});

describe('two connections that open the same vehicle', () => {
  test('each keeps its own: only connecting moves a vehicle, and no tokens are dropped', async () => {
    const { fleet, platform, state, dropConnection, vehicle } = setUp();
    await fleet.refresh();
    const other = { ...CONNECTION, id: 'c2' };
    state.connections = [...state.connections, other];
    platform.listVehicles.mockResolvedValueOnce(['v1']);
    await fleet.adopt(other);
    expect([vehicle('v1').connectionId, vehicle('v2').connectionId]).toEqual(['c2', 'c1']);
    // The older connection still lists both.
    platform.listVehicles.mockResolvedValueOnce(['v1', 'v2']).mockResolvedValueOnce(['v1']);
    await fleet.refresh();
    expect([vehicle('v1').connectionId, vehicle('v2').connectionId]).toEqual(['c2', 'c1']);
    expect(dropConnection).not.toHaveBeenCalled();
  });

  test('a list that was asked for before a disconnect does not bring the car back', async () => {
    const { fleet, platform } = setUp();
    await fleet.refresh();
    const list = Promise.withResolvers<string[]>();
    platform.listVehicles.mockReturnValueOnce(list.promise);
    const refreshing = fleet.refresh();
    await fleet.disconnect('v1');
    list.resolve(['v1', 'v2']);
    await refreshing;
    expect(fleet.snapshot().vehicles.map(({ id }) => id)).toEqual(['v2']);
  });
});

describe('connecting again', () => {
  test('moves the vehicles to the new connection, keeps their values, drops the old one', async () => {
    const { fleet, state, dropConnection, vehicle } = setUp();
    await fleet.refresh();
    const again = { ...CONNECTION, id: 'c2', createdAt: '2026-05-01T00:00:00.000Z' };
    state.connections = [...state.connections, again];
    expect(await fleet.adopt(again)).toEqual(['v1', 'v2']);
    expect(dropConnection).toHaveBeenCalledWith('c1');
    expect(vehicle('v1')).toMatchObject({
      connectionId: 'c2',
      connectedAt: again.createdAt,
      make: 'TESLA',
      permissions: null,
      readings: { odometer: { last: { value: { distanceKm: 100 } } } },
    });
  });
});
