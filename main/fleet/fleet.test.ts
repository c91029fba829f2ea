import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import { linesOf, unpackVehicle } from '../../contract/packedVehicles.ts';
import { TokenError } from '../exchange/tokenError.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { ReadAnswer, VehiclePlatform } from '../smartcar/platform.ts';
import { createFleet } from './fleet.ts';
import { openLocalCopy } from './localCopy/openLocalCopy.ts';
import type { FleetNews } from './news.ts';
import { createCallMeter } from './sync/callMeter.ts';
import type { Clock } from './sync/clock.ts';
import { createScheduler } from './sync/createScheduler.ts';

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

/**
 * A fleet on a real local copy, with vehicles `v1` and `v2` at a platform each of whose methods a test
 * may replace. The wall clock stands still until it is set.
 */
async function setUp({ begun = true } = {}) {
  const platform = {
    listVehicles: vi.fn<VehiclePlatform['listVehicles']>(async () => ['v1', 'v2']),
    permissions: vi.fn<VehiclePlatform['permissions']>(async () => [
      'read_vehicle_info',
      'read_odometer',
    ]),
    read: vi.fn<VehiclePlatform['read']>(async () => odometer(100)),
    command: vi.fn<VehiclePlatform['command']>(async () => undefined),
    disconnect: vi.fn<VehiclePlatform['disconnect']>(async () => undefined),
  };
  const state = { connections: [CONNECTION], now: NOW };
  const dropConnection = vi.fn(async (id: string) => {
    state.connections = state.connections.filter((connection) => connection.id !== id);
  });
  const clock: Clock = {
    now: () => state.now,
    uptime: () => performance.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, Math.min(ms, 20));
      return () => clearTimeout(timer);
    },
  };
  const folder = mkdtempSync(join(tmpdir(), 'motorpool-fleet-'));
  const worker = new URL('./localCopy/thread.ts', import.meta.url);
  const localCopy = openLocalCopy({ folder, worker, now: clock.now });
  const budget = () => DEFAULT_BUDGET;
  const common = { localCopy, clock, budget, random: () => 0.5 };
  const meter = createCallMeter({ ...common, application: () => 'simulated', onCall: vi.fn() });
  const news: FleetNews[] = [];
  const fleet = createFleet({
    platform: async () => platform,
    authorization: () => ({ token: vi.fn(), renew: vi.fn() }),
    connections: () => state.connections,
    dropConnection,
    localCopy,
    clock,
    budget,
    createScheduler: (read) =>
      createScheduler({ ...common, meter, concurrency: 4, read, onChange: vi.fn() }),
    onNews: (told) => news.push(told),
    onReset: vi.fn(),
  });
  onTestFinished(async () => {
    await fleet.close();
    await localCopy.close();
    rmSync(folder, { recursive: true });
  });

  /** All reads are done, or wait for a limit. */
  const settled = () =>
    vi.waitFor(() => {
      const { running, waiting, held } = fleet.scheduler.state();
      expect(running).toBe(0);
      expect(waiting).toBe(held.reduce((sum, { count }) => sum + count, 0));
    });
  async function refresh(ids?: readonly string[]) {
    await fleet.refresh(ids);
    await settled();
  }
  const vehicles = async () =>
    linesOf((await fleet.page(null, 100)).vehicles).map((line) => unpackVehicle(line));
  async function vehicle(id: string) {
    const found = (await vehicles()).find((one) => one.id === id);
    if (!found) throw new Error(`no vehicle ${id}`);
    return found;
  }
  const ids = async () => (await vehicles()).map(({ id }) => id);
  if (begun) {
    await fleet.begin();
    await settled();
  }
  return {
    fleet,
    platform,
    state,
    dropConnection,
    news,
    vehicle,
    refresh,
    settled,
    ids,
    localCopy,
  };
}

describe('a read', () => {
  test('of all that a connection opens is kept, told and part of the history', async () => {
    const { fleet, vehicle, news, localCopy, ids } = await setUp();
    expect(await vehicle('v1')).toMatchObject({
      make: 'TESLA',
      access: 'ok',
      refreshedAt: '2026-05-01T10:00:00.000Z',
      readings: {
        odometer: { last: { value: { distanceKm: 100 } }, problem: null },
        fuel: { last: null, problem: { reason: 'not_granted' } },
      },
    });
    expect(await ids()).toEqual(['v1', 'v2']);
    expect(await fleet.overview()).toMatchObject({ count: 2, refreshing: [], reach: 'online' });
    await vi.waitFor(() => expect(news.at(-1)?.refreshing).toEqual([]));
    expect(news.flatMap(({ changed }) => changed.map(({ id }) => id))).toContain('v2');
    const history = await localCopy.history('v1', 'odometer', '2026-01-01T00:00:00.000Z');
    expect(history.map(({ value }) => value.distanceKm)).toEqual([100]);
    expect(await localCopy.queue()).toEqual([]);
  });

  test('asks for what does not change only once', async () => {
    const { platform, refresh } = await setUp();
    await refresh();
    expect(platform.permissions).toHaveBeenCalledTimes(2);
    const attributes = platform.read.mock.calls.map(([, , request]) => request.attributes);
    expect(attributes).toEqual([true, true, false, false]);
  });

  test('never hides the last good value behind a failed one, and says when it goes on', async () => {
    const { fleet, platform, vehicle, refresh } = await setUp();
    platform.read.mockResolvedValue(failing('RATE_LIMIT', 'VEHICLE'));
    await refresh(['v1']);
    expect(await vehicle('v1')).toMatchObject({
      hold: { cause: 'vehicle_limit', until: '2026-05-01T10:01:00.000Z' },
      readings: {
        odometer: {
          last: { value: { distanceKm: 100 } },
          problem: {
            reason: 'later',
            code: 'RATE_LIMIT:VEHICLE',
            requestId: 'r-1',
            retryAt: '2026-05-01T10:01:00.000Z',
          },
        },
      },
    });
    expect(fleet.scheduler.state()).toMatchObject({
      waiting: 1,
      held: [{ cause: 'vehicle_limit', count: 1, nextAt: '2026-05-01T10:01:00.000Z' }],
    });
  });

  test('waits for a vehicle’s limit, whoever asks, and comes after it by itself', async () => {
    const { platform, state, vehicle, refresh, settled } = await setUp();
    platform.read.mockResolvedValueOnce(failing('RATE_LIMIT', 'VEHICLE'));
    await refresh(['v1']);
    platform.read.mockClear();
    await refresh(['v1']);
    expect(platform.read).not.toHaveBeenCalled();
    state.now += 61_000;
    await vi.waitFor(() => expect(platform.read).toHaveBeenCalledOnce());
    await settled();
    expect(await vehicle('v1')).toMatchObject({
      hold: null,
      readings: { odometer: { problem: null } },
    });
  });

  test('of the same vehicle twice at a time is one', async () => {
    const { fleet, platform, settled } = await setUp();
    platform.read.mockClear();
    await Promise.all([fleet.refresh(['v1']), fleet.refresh(['v1'])]);
    await settled();
    expect(platform.read).toHaveBeenCalledOnce();
  });

  test('does not take back what a person wrote down meanwhile', async () => {
    const { fleet, platform, vehicle, settled } = await setUp();
    const answer = Promise.withResolvers<ReadAnswer>();
    platform.read.mockReturnValueOnce(answer.promise);
    await fleet.refresh(['v1']);
    await fleet.label(['v1'], { driver: 'Ada', addTags: ['north'] });
    answer.resolve(odometer(120));
    await settled();
    expect(await vehicle('v1')).toMatchObject({
      labels: { driver: 'Ada', tags: ['north'] },
      readings: { odometer: { last: { value: { distanceKm: 120 } } } },
    });
  });
});

describe('trouble', () => {
  let set: Awaited<ReturnType<typeof setUp>>;
  beforeEach(async () => {
    set = await setUp();
  });

  test('without a network nothing changes but the reach, and the wish stays', async () => {
    const { fleet, platform, vehicle, settled } = set;
    const before = await vehicle('v1');
    platform.read.mockRejectedValue(new SmartcarError({ type: 'NETWORK' }));
    await fleet.refresh(['v1']);
    await vi.waitFor(async () => expect((await fleet.overview()).reach).toBe('offline'));
    await vi.waitFor(() =>
      expect(fleet.scheduler.state()).toMatchObject({ running: 0, waiting: 1 }),
    );
    expect(await vehicle('v1')).toEqual(before);
    platform.read.mockResolvedValue(odometer(130));
    fleet.scheduler.wake();
    await settled();
    expect((await vehicle('v1')).readings.odometer.last?.value).toEqual({ distanceKm: 130 });
  });

  test.each(['reconnect', 'tokens_unavailable'] as const)(
    'tokens that are gone show as %s; values stay',
    async (trouble) => {
      const { platform, vehicle, refresh } = set;
      platform.listVehicles.mockRejectedValue(new TokenError(trouble));
      platform.read.mockRejectedValue(new TokenError(trouble));
      await refresh();
      expect(await vehicle('v1')).toMatchObject({
        access: trouble,
        readings: { odometer: { last: { value: { distanceKm: 100 } } } },
      });
    },
  );

  test('a car maker that asks for a new login is asked twice before a person is', async () => {
    const { platform, vehicle, refresh } = set;
    const failure = failing('CONNECTED_SERVICES_ACCOUNT', 'AUTHENTICATION_FAILED');
    platform.read.mockResolvedValueOnce(failure).mockResolvedValueOnce(odometer(101));
    await refresh(['v1']);
    expect((await vehicle('v1')).access).toBe('ok');
    platform.read.mockResolvedValue(failure);
    await refresh(['v1']);
    expect((await vehicle('v1')).access).toBe('reconnect');
  });

  test('a permission that was taken back never asks for connecting again', async () => {
    const { platform, vehicle, refresh } = set;
    platform.read.mockResolvedValue(failing('PERMISSION'));
    await refresh(['v1']);
    expect(await vehicle('v1')).toMatchObject({
      access: 'ok',
      permissions: null,
      readings: { odometer: { problem: { reason: 'not_granted' } } },
    });
  });

  test('a vehicle that Smartcar no longer lists stays, with what was read', async () => {
    const { platform, vehicle, refresh } = set;
    platform.listVehicles.mockResolvedValue(['v1']);
    platform.read.mockRejectedValue(new SmartcarError({ type: 'PERMISSION', status: 403 }));
    await refresh();
    expect(await vehicle('v2')).toMatchObject({
      access: 'reconnect',
      readings: { odometer: { last: { value: { distanceKm: 100 } } } },
    });
  });

  test('a server fault leaves its reason on what was asked for', async () => {
    const { platform, vehicle, refresh } = set;
    platform.read.mockRejectedValue(new SmartcarError({ type: 'SERVER', code: 'INTERNAL' }));
    await refresh(['v1']);
    expect((await vehicle('v1')).readings.odometer.problem).toMatchObject({ reason: 'failed' });
    expect((await vehicle('v1')).readings.fuel.problem).toMatchObject({ reason: 'not_granted' });
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
    const { fleet, platform, vehicle, refresh } = await setUp();
    platform.read.mockResolvedValue(failed);
    await refresh(['v1']);
    expect(await vehicle('v1')).toMatchObject({
      access: 'reconnect',
      accessEnded: { reason: 'login', since: '2026-05-01T10:00:00.000Z' },
    });
    expect(JSON.stringify(await vehicle('v1'))).not.toContain('reauthenticate');
    expect((await fleet.records(['v1']))[0]?.reauthenticateUrl).toBe(LOGIN.resolutionUrl);
  });

  test('by idle tokens tells the day on which they ended, for good', async () => {
    const { platform, vehicle, refresh } = await setUp();
    const ended = { reason: 'idle', since: '2026-03-02T00:00:00.000Z' } as const;
    platform.read.mockRejectedValue(new TokenError('reconnect', ended));
    await refresh(['v1']);
    platform.read.mockRejectedValue(new TokenError('reconnect', { ...ended, since: 'later' }));
    await refresh(['v1']);
    expect((await vehicle('v1')).accessEnded).toEqual(ended);
  });

  test('comes back with a renewed login: the vehicle is read at once', async () => {
    const { fleet, platform, vehicle, refresh, settled } = await setUp();
    platform.read.mockResolvedValue(failed);
    await refresh(['v1']);
    platform.read.mockResolvedValue(odometer(150));
    await fleet.reauthenticated('v1');
    await settled();
    expect(await vehicle('v1')).toMatchObject({
      access: 'ok',
      accessEnded: null,
      readings: { odometer: { last: { value: { distanceKm: 150 } } } },
    });
    expect((await fleet.records(['v1']))[0]?.reauthenticateUrl).toBeNull();
  });
});

describe('what was granted', () => {
  const ASKED = ['read_vehicle_info', 'read_odometer'];

  test('is asked for once, and needs no VIN where nothing is missing', async () => {
    const { fleet, platform, refresh } = await setUp({ begun: false });
    await fleet.adopt(CONNECTION, ASKED);
    const learned = await fleet.learn(['v1', 'v2'], ASKED);
    expect([...learned.keys()]).toEqual(['v1', 'v2']);
    expect(platform.read).not.toHaveBeenCalled();
    await refresh(['v1', 'v2']);
    expect(platform.permissions).toHaveBeenCalledTimes(2);
  });

  test('with something missing brings the VIN, which is not read twice', async () => {
    const { fleet, platform, vehicle, refresh } = await setUp({ begun: false });
    platform.permissions.mockResolvedValue(['read_vin', 'read_odometer']);
    platform.read.mockResolvedValueOnce({ identity: { vin: 'V' }, readings: {} });
    await fleet.adopt(CONNECTION, ASKED);
    expect((await fleet.learn(['v1'], [...ASKED, 'read_vin'])).get('v1')).toEqual({
      permissions: ['read_vin', 'read_odometer'],
      vin: 'V',
    });
    expect((await vehicle('v1')).vin).toBe('V');
    await refresh(['v1']);
    const ofFirst = platform.read.mock.calls.filter(([, id]) => id === 'v1');
    expect(ofFirst.map(([, , { vin }]) => vin)).toEqual([true, false]);
  });

  test('stays unknown for a vehicle that does not say', async () => {
    const { fleet, platform } = await setUp({ begun: false });
    await fleet.adopt(CONNECTION, ASKED);
    platform.permissions.mockRejectedValueOnce(new SmartcarError({ type: 'NETWORK' }));
    expect([...(await fleet.learn(['v1', 'v2'], ASKED)).keys()]).toEqual(['v2']);
  });
});

describe('disconnect', () => {
  test('removes vehicle and copy; tokens go with the connection’s last vehicle', async () => {
    const { fleet, ids, dropConnection } = await setUp();
    expect(await fleet.disconnect('v1')).toEqual({ ok: true, value: null });
    expect(await ids()).toEqual(['v2']);
    expect(dropConnection).not.toHaveBeenCalled();
    await fleet.disconnect('v2');
    expect(dropConnection).toHaveBeenCalledWith('c1');
    expect(await ids()).toEqual([]);
  });

  test.each([
    [new SmartcarError({ type: 'NETWORK' }), 'offline'],
    [new SmartcarError({ type: 'SERVER', code: 'INTERNAL' }), 'refused'],
    [new TokenError('tokens_unavailable'), 'tokens_unavailable'],
    [new TokenError('offline'), 'offline'],
  ])('that fails with %s changes nothing', async (error, failure) => {
    const { fleet, platform, dropConnection, ids } = await setUp();
    platform.disconnect.mockRejectedValue(error);
    expect(await fleet.disconnect('v1')).toEqual({ ok: false, failure });
    expect(await ids()).toHaveLength(2);
    expect(dropConnection).not.toHaveBeenCalled();
  });

  test('with tokens that are dead removes what is here', async () => {
    const { fleet, platform } = await setUp();
    platform.disconnect.mockRejectedValue(new TokenError('reconnect'));
    expect(await fleet.disconnect('v1')).toEqual({ ok: true, value: null });
  });

  test('of a vehicle that nobody knows says so', async () => {
    const { fleet } = await setUp({ begun: false });
    expect(await fleet.disconnect('nope')).toEqual({ ok: false, failure: 'unknown_vehicle' });
  });
});

describe('two connections that open the same vehicle', () => {
  test('each keeps its own: only connecting moves a vehicle, and no tokens are dropped', async () => {
    const { fleet, platform, state, dropConnection, vehicle, refresh } = await setUp();
    const other = { ...CONNECTION, id: 'c2' };
    state.connections = [...state.connections, other];
    platform.listVehicles.mockResolvedValueOnce(['v1']);
    await fleet.adopt(other, null);
    expect([(await vehicle('v1')).connectionId, (await vehicle('v2')).connectionId]).toEqual([
      'c2',
      'c1',
    ]);
    // The older connection still lists both.
    state.now += 11 * 60_000;
    platform.listVehicles.mockClear();
    platform.listVehicles.mockResolvedValueOnce(['v1', 'v2']).mockResolvedValueOnce(['v1']);
    await refresh();
    await vi.waitFor(() => expect(platform.listVehicles).toHaveBeenCalledTimes(2));
    expect([(await vehicle('v1')).connectionId, (await vehicle('v2')).connectionId]).toEqual([
      'c2',
      'c1',
    ]);
    expect(dropConnection).not.toHaveBeenCalled();
  });

  test('a list that was asked for before a disconnect does not bring the car back', async () => {
    const { fleet, platform, state, ids, settled } = await setUp();
    const list = Promise.withResolvers<string[]>();
    platform.listVehicles.mockClear();
    platform.listVehicles.mockReturnValueOnce(list.promise);
    // Lists are asked for anew when they are no longer fresh.
    state.now += 11 * 60_000;
    await fleet.refresh();
    await vi.waitFor(() => expect(platform.listVehicles).toHaveBeenCalledOnce());
    await fleet.disconnect('v1');
    list.resolve(['v1', 'v2', 'v3']);
    await vi.waitFor(async () => expect(await ids()).toEqual(['v2', 'v3']));
    await settled();
  });
});

test('work apart from the reads leaves those that wait', async () => {
  const { fleet } = await setUp();
  await fleet.scheduler.pause(true);
  await fleet.refresh(['v1', 'v2']);
  expect(fleet.scheduler.state()).toMatchObject({ waiting: 2, paused: true });
  expect(await fleet.apart(async () => 'taken in')).toBe('taken in');
  expect(fleet.scheduler.state()).toMatchObject({ waiting: 2, paused: true });
});

describe('connecting again', () => {
  test('moves the vehicles to the new connection, keeps their values, drops the old one', async () => {
    const { fleet, state, dropConnection, vehicle } = await setUp();
    const again = { ...CONNECTION, id: 'c2', createdAt: '2026-05-01T00:00:00.000Z' };
    state.connections = [...state.connections, again];
    expect(await fleet.adopt(again, null)).toEqual(['v1', 'v2']);
    expect(dropConnection).toHaveBeenCalledWith('c1');
    expect(await vehicle('v1')).toMatchObject({
      connectionId: 'c2',
      connectedAt: again.createdAt,
      make: 'TESLA',
      permissions: null,
      readings: { odometer: { last: { value: { distanceKm: 100 } } } },
    });
  });
});
