import { beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../server.ts';
import {
  type Api,
  admin,
  advance,
  apiOf,
  CAPABLE_VIN,
  connectCapable,
  connectCars,
  NIGHT,
  startSandbox,
  vehicleIds,
} from '../testing/harness.ts';
import { ERRORS } from './error-table.ts';

let sandbox: Sandbox;
let api: Api;
let id: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  ({ api, id } = await connectCapable(sandbox));
});

const read = (path: string, headers = {}) =>
  api('GET', `/vehicles/${id}${path}`, undefined, headers);
const send = (path: string, body: unknown) => api('POST', `/vehicles/${id}${path}`, body);
const IMPERIAL = { 'sc-unit-system': 'imperial' };

describe('reads', () => {
  const fraction = (value: unknown) => Number(value) >= 0 && Number(value) <= 1;

  test.each<[string, (body: Record<string, unknown>) => void]>([
    [
      '/',
      (body) =>
        expect(body).toEqual({
          id,
          make: 'VOLKSWAGEN',
          model: expect.any(String),
          year: expect.any(Number),
        }),
    ],
    ['/vin', (body) => expect(body).toEqual({ vin: CAPABLE_VIN })],
    ['/battery/capacity', (body) => expect(body).toEqual({ capacity: 11 })],
    ['/charge', (body) => expect(Object.keys(body)).toEqual(['isPluggedIn', 'state'])],
    ['/charge/limit', (body) => expect(fraction(body.limit)).toBe(true)],
    ['/engine/oil', (body) => expect(fraction(body.lifeRemaining)).toBe(true)],
    ['/location', (body) => expect(Object.keys(body)).toEqual(['latitude', 'longitude'])],
    [
      '/security',
      (body) =>
        expect(Object.keys(body)).toEqual([
          'isLocked',
          'doors',
          'windows',
          'sunroof',
          'storage',
          'chargingPort',
        ]),
    ],
    ['/diagnostics/system_status', (body) => expect(body.systems).toHaveLength(5)],
    ['/diagnostics/dtcs', (body) => expect(body).toHaveProperty('activeCodes')],
  ])('%s has no unit system', async (path, check) => {
    const { status, headers, body } = await read(path, IMPERIAL);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('sc-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('sc-unit-system')).toBeNull();
    check(body);
  });

  test.each([
    ['/odometer', { distance: 1 / 1.609344 }],
    ['/fuel', { range: 1 / 1.609344, amountRemaining: 0.264172, percentRemaining: 1 }],
    ['/battery', { range: 1 / 1.609344, percentRemaining: 1 }],
    [
      '/tires/pressure',
      { frontLeft: 0.145038, frontRight: 0.145038, backLeft: 0.145038, backRight: 0.145038 },
    ],
  ])('%s in both unit systems', async (path, factors) => {
    const metric = await read(path);
    const imperial = await read(path, IMPERIAL);
    expect(metric.headers.get('sc-unit-system')).toBe('metric');
    expect(imperial.headers.get('sc-unit-system')).toBe('imperial');
    expect(Object.keys(metric.body).sort()).toEqual(Object.keys(factors).sort());
    for (const [name, factor] of Object.entries(factors)) {
      expect(Number(metric.body[name])).toBeGreaterThan(0);
      expect(imperial.body[name]).toBeCloseTo(Number(metric.body[name]) * factor, 3);
    }
  });

  test('service history takes dates, the last year by default, in both unit systems', async () => {
    const list = async (query: string, headers = {}) => {
      const { body } = await read(`/service/history${query}`, headers);
      return body as unknown as { serviceDate: string; odometerDistance: number }[];
    };
    const year = await list('');
    expect(year.length).toBeGreaterThan(0);
    for (const { serviceDate } of year) {
      expect(Date.parse(serviceDate)).toBeGreaterThan(NIGHT - 366 * 86_400_000);
    }
    const older = await list('?start_date=2018-01-01&end_date=2026-01-01T00:00:00Z');
    expect(older.length).toBeGreaterThan(year.length);
    const miles = await list('', IMPERIAL);
    expect(miles[0]?.odometerDistance).toBeCloseTo((year[0]?.odometerDistance ?? 0) / 1.609344, 3);
    const wrong = await read('/service/history?start_date=undefined');
    expect(wrong.body).toMatchObject({ type: 'VALIDATION', code: 'PARAMETER' });
  });

  test('meta headers date the values', async () => {
    const { headers } = await read('/odometer');
    expect(headers.get('sc-fetched-at')).toBe(new Date(NIGHT).toISOString());
    const recorded = Date.parse(headers.get('sc-data-age') ?? '');
    expect(recorded).toBeGreaterThan(NIGHT - 3_600_000);
    expect(recorded).toBeLessThanOrEqual(NIGHT);
  });

  test('trailing slashes do not matter', async () => {
    expect((await read('/odometer/')).body).toEqual((await read('/odometer')).body);
    expect((await api('GET', '/vehicles/')).status).toBe(200);
    expect((await api('GET', '/user/')).status).toBe(200);
  });

  test('an unknown unit system is refused', async () => {
    const { status, body } = await read('/odometer', { 'sc-unit-system': 'nautical' });
    expect([status, body.type]).toEqual([400, 'VALIDATION']);
  });

  test('the odometer grows with the clock', async () => {
    const before = Number((await read('/odometer')).body.distance);
    await advance(sandbox, 7 * 86_400);
    const after = Number((await apiAgain('/odometer')).body.distance);
    expect(after - before).toBeGreaterThan(7 * 20);
    expect(after - before).toBeLessThan(7 * 80);
  });

  // The access token has expired by then.
  const apiAgain = async (path: string) => {
    const again = await connectCapable(sandbox);
    return again.api('GET', `/vehicles/${id}${path}`);
  };
});

describe('batch', () => {
  test('answers items in order, with the headers of those that worked', async () => {
    const requests = ['/odometer', 'fuel', '/', '/nowhere', '/security'].map((path) => ({ path }));
    const { status, body } = await api('POST', `/vehicles/${id}/batch`, { requests }, IMPERIAL);
    expect(status).toBe(200);
    const items = body.responses as Record<string, unknown>[];
    expect(items.map(({ path, code }) => [path, code])).toEqual([
      ['/odometer', 200],
      ['/fuel', 200],
      ['/', 200],
      ['/nowhere', 404],
      ['/security', 200],
    ]);
    expect(items[0]?.headers).toEqual({
      'sc-data-age': expect.any(String),
      'sc-fetched-at': new Date(NIGHT).toISOString(),
      'sc-unit-system': 'imperial',
    });
    expect(items[0]?.body).toEqual((await read('/odometer', IMPERIAL)).body);
    expect(items[3]).not.toHaveProperty('headers');
    expect(items[3]?.body).toMatchObject({
      type: 'RESOURCE_NOT_FOUND',
      code: 'PATH',
      statusCode: 404,
      requestId: expect.any(String),
    });
  });

  test('a permission that is missing fails its item only', async () => {
    const { accessToken } = await connectCars(sandbox, { scope: 'read_vin' });
    const [other = ''] = await vehicleIds(sandbox, accessToken);
    const requests = [{ path: '/vin' }, { path: '/odometer' }];
    const batch = apiOf(sandbox, accessToken)('POST', `/vehicles/${other}/batch`, { requests });
    const items = (await batch).body.responses as { code: number; body: object }[];
    expect(items.map((one) => one.code)).toEqual([200, 403]);
    expect(items[1]?.body).toMatchObject({ type: 'PERMISSION', code: null });
  });

  test.each([[{}], [{ requests: [] }], [{ requests: [{}] }]])(
    '%j is malformed',
    async (request) => {
      const { status, body } = await send('/batch', request);
      expect([status, body.type]).toEqual([400, 'VALIDATION']);
    },
  );
});

describe('commands', () => {
  const SUCCESS = { status: 'success', message: expect.any(String) };

  test('lock, then read gives locked; unlock, then read gives unlocked', async () => {
    for (const [action, isLocked] of [
      ['LOCK', true],
      ['UNLOCK', false],
      ['LOCK', true],
    ] as const) {
      expect((await send('/security', { action })).body).toEqual(SUCCESS);
      const { headers, body } = await read('/security');
      expect(body.isLocked).toBe(isLocked);
      expect(headers.get('sc-data-age')).toBe(new Date(NIGHT).toISOString());
    }
  });

  test('a car that lags shows a command once its time has come', async () => {
    const { body: before } = await read('/security');
    const action = before.isLocked === true ? 'UNLOCK' : 'LOCK';
    await admin(sandbox, 'POST', '/faults', { kind: 'command-lag', ms: 600_000 });
    expect((await send('/security', { action })).body).toEqual(SUCCESS);
    await advance(sandbox, 599);
    const early = await read('/security');
    expect(early.body.isLocked).toBe(before.isLocked);
    expect(Date.parse(String(early.headers.get('sc-data-age')))).toBeLessThan(NIGHT + 599_000);
    await advance(sandbox, 1);
    const { headers, body } = await read('/security');
    expect(body.isLocked).toBe(action === 'LOCK');
    expect(headers.get('sc-data-age')).toBe(new Date(NIGHT + 600_000).toISOString());
  });

  test('charging starts, rises with the clock up to the limit, and stops', async () => {
    await send('/charge/limit', { limit: 1 });
    await send('/charge', { action: 'STOP' });
    const stopped = await read('/battery');
    expect((await read('/charge')).body.state).toBe('NOT_CHARGING');
    expect((await send('/charge', { action: 'START' })).body).toEqual(SUCCESS);
    expect((await send('/charge', { action: 'START' })).status).toBe(200);
    expect((await read('/charge')).body).toEqual({ isPluggedIn: true, state: 'CHARGING' });
    await advance(sandbox, 600);
    const charging = await read('/battery');
    expect(Number(charging.body.percentRemaining)).toBeGreaterThan(
      Number(stopped.body.percentRemaining),
    );
    await advance(sandbox, 6_000);
    expect((await read('/battery')).body.percentRemaining).toBe(1);
    expect((await read('/charge')).body.state).toBe('FULLY_CHARGED');
    const full = await send('/charge', { action: 'START' });
    expect(full.body).toMatchObject({ type: 'VEHICLE_STATE', code: 'FULLY_CHARGED' });
  });

  test('stopping what does not charge is a conflict', async () => {
    await send('/charge/limit', { limit: 1 });
    await send('/charge', { action: 'START' });
    expect((await send('/charge', { action: 'STOP' })).status).toBe(200);
    const { status, body } = await send('/charge', { action: 'STOP' });
    expect([status, body.code]).toEqual([409, 'NOT_CHARGING']);
  });

  test('without a plug charging cannot start; on the road the doors stay as they are', async () => {
    await advance(sandbox, 3_600);
    let unplugged = 0;
    let moving = 0;
    for (let step = 0; step < 28; step += 1) {
      await advance(sandbox, 1_800);
      const fresh = await connectCapable(sandbox);
      const post = (path: string, action: string) =>
        fresh.api('POST', `/vehicles/${id}${path}`, { action });
      const charge = await post('/charge', 'START');
      if (charge.body.code === 'CHARGING_PLUG_NOT_CONNECTED') unplugged += 1;
      const lock = await post('/security', 'LOCK');
      if (lock.body.code === 'IN_MOTION') moving += 1;
    }
    expect(unplugged).toBeGreaterThan(0);
    expect(moving).toBeGreaterThan(0);
  });

  test.each([0.5, '0.8', 1])('the charge limit %j is taken', async (limit) => {
    expect((await send('/charge/limit', { limit })).body).toEqual(SUCCESS);
    expect((await read('/charge/limit')).body).toEqual({ limit: Number(limit) });
  });

  test.each<[string, unknown, string | null]>([
    ['/charge/limit', { limit: 0.49 }, 'PARAMETER'],
    ['/charge/limit', { limit: '1.01' }, 'PARAMETER'],
    ['/charge/limit', { limit: 'much' }, null],
    ['/charge/limit', {}, null],
    ['/charge', { action: 'PAUSE' }, null],
    ['/security', {}, null],
    ['/navigation/destination', { latitude: 91, longitude: 0 }, 'PARAMETER'],
    ['/navigation/destination', { latitude: 0, longitude: -181 }, 'PARAMETER'],
    ['/navigation/destination', { latitude: '1', longitude: 0 }, null],
  ])('%s refuses %j', async (path, body, code) => {
    const answer = await send(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ type: 'VALIDATION', code });
  });

  test('a destination is taken', async () => {
    const answer = await send('/navigation/destination', { latitude: 52.09, longitude: 5.12 });
    expect(answer.body).toEqual(SUCCESS);
  });

  test('a body that is not JSON is refused', async () => {
    const url = `${sandbox.origins.api}/v2.0/vehicles/${id}/security`;
    const { accessToken } = await connectCapable(sandbox);
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await fetch(url, { method: 'POST', headers, body: '{' });
    expect(response.status).toBe(400);
  });
});

describe('paging', () => {
  test('vehicles', async () => {
    const walk = { email: '120-vehicles@smartcar.com' };
    const { accessToken } = await connectCars(sandbox, {}, walk);
    const many = apiOf(sandbox, accessToken);
    const first = await many('GET', '/vehicles');
    expect(first.body.vehicles).toHaveLength(10);
    expect(first.body.paging).toEqual({ count: 120, offset: 0 });
    const seen = new Set<string>();
    for (const offset of [0, 50, 100]) {
      const { body } = await many('GET', `/vehicles?limit=50&offset=${offset}`);
      expect(body.paging).toEqual({ count: 120, offset });
      for (const one of body.vehicles as string[]) seen.add(one);
    }
    expect(seen.size).toBe(120);
    expect((await many('GET', '/vehicles?offset=120')).body.vehicles).toEqual([]);
    for (const query of ['limit=51', 'limit=0', 'limit=x', 'offset=-1']) {
      const { body } = await many('GET', `/vehicles?${query}`);
      expect(body).toMatchObject({ type: 'VALIDATION', code: 'PARAMETER', statusCode: 400 });
    }
  });

  test('permissions', async () => {
    const { body } = await read('/permissions?limit=4&offset=12');
    expect(body).toEqual({
      permissions: ['read_diagnostics', 'read_service_history', 'control_navigation'],
      paging: { count: 15, offset: 12 },
    });
  });
});

describe('who may do what', () => {
  test('user', async () => {
    const { redirect } = await connectCars(sandbox);
    const user = await api('GET', '/user');
    expect(user.body.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(user.body.id).not.toBe(redirect.searchParams.get('user_id'));
  });

  test.each(['', 'Bearer', 'Bearer nonsense', 'Basic abc', 'Token x y'])(
    'the header %j is not authorized',
    async (authorization) => {
      const response = await fetch(`${sandbox.origins.api}/v2.0/vehicles`, {
        headers: { authorization },
      });
      expect(response.status).toBe(401);
      const body = (await response.json()) as { type: string; requestId: string };
      expect(body.type).toBe('AUTHENTICATION');
      expect(body.requestId).toBe(response.headers.get('sc-request-id'));
    },
  );

  test('a vehicle of another token, an unknown one, a permission that was not granted', async () => {
    const { accessToken } = await connectCars(sandbox, { scope: 'read_vin' });
    const [own = ''] = await vehicleIds(sandbox, accessToken);
    const other = apiOf(sandbox, accessToken);
    expect((await other('GET', `/vehicles/${id}/vin`)).body.type).toBe('PERMISSION');
    expect((await other('GET', '/vehicles/unknown/vin')).body).toMatchObject({ code: 'PATH' });
    const refused = await other('GET', `/vehicles/${own}/odometer`);
    expect(refused.status).toBe(403);
    expect(refused.body.resolution).toEqual({ type: 'REAUTHENTICATE' });
  });

  test('a single-select token opens its vehicle only', async () => {
    const all = await connectCars(sandbox);
    const ids = await vehicleIds(sandbox, all.accessToken);
    const single = await connectCars(sandbox, { single_select: 'true' });
    const [chosen] = await vehicleIds(sandbox, single.accessToken);
    const other = ids.find((one) => one !== chosen);
    const { status } = await apiOf(sandbox, single.accessToken)('GET', `/vehicles/${other}/vin`);
    expect(status).toBe(401);
  });

  test('disconnecting takes the vehicle from the token', async () => {
    expect((await api('DELETE', `/vehicles/${id}/application`)).body).toEqual({
      status: 'success',
    });
    expect((await api('GET', '/vehicles')).body).toMatchObject({ vehicles: [] });
    expect((await read('/vin')).body).toMatchObject({ type: 'PERMISSION', statusCode: 403 });
    const again = await connectCapable(sandbox);
    expect((await again.api('GET', `/vehicles/${id}/vin`)).status).toBe(200);
    expect((await read('/vin')).status).toBe(401);
  });
});

describe('errors', () => {
  test('version and path', async () => {
    const at = async (path: string, method = 'GET') => {
      const response = await fetch(`${sandbox.origins.api}${path}`, { method });
      const body = (await response.json()) as { code: string };
      return [response.status, body.code];
    };
    expect(await at('/vehicles')).toEqual([404, 'VERSION']);
    expect(await at('/v1.0/vehicles')).toEqual([404, 'VERSION']);
    expect(await at('/v2.0/nothing')).toEqual([404, 'PATH']);
    expect(await at(`/v2.0/vehicles/${id}/nothing`)).toEqual([404, 'PATH']);
    expect(await at(`/v2.0/vehicles/${id}/odometer`, 'POST')).toEqual([404, 'PATH']);
    expect(await at('/v2.0/vehicles', 'PUT')).toEqual([404, 'PATH']);
  });

  test('the table has 48 pairs of 11 types', () => {
    expect(ERRORS.size).toBe(48);
    expect(new Set([...ERRORS.values()].map((row) => row.type)).size).toBe(11);
  });

  test('every pair is reachable by its test login, on endpoints that need the car', async () => {
    for (const [name, row] of ERRORS) {
      const email = `${row.type}.${row.code ?? 'null'}@smartcar.com`;
      const { accessToken } = await connectCars(sandbox, {}, { email });
      const failing = apiOf(sandbox, accessToken);
      const [vehicle = ''] = await vehicleIds(sandbox, accessToken);
      expect((await failing('GET', `/vehicles/${vehicle}/vin`)).status).toBe(200);
      const { status, headers, body } = await failing('GET', `/vehicles/${vehicle}/odometer`);
      const { type, code } = row;
      expect([name, status]).toEqual([name, row.status]);
      expect(body).toMatchObject({ type, code, statusCode: row.status });
      expect(Object.keys(body)).toEqual(
        expect.arrayContaining(['description', 'docURL', 'requestId', 'resolution']),
      );
      expect(body.requestId).toBe(headers.get('sc-request-id'));
      expect((body.resolution as { type: string | null }).type).toBe(row.resolution);
      expect(headers.get('retry-after')).toBe(name === 'RATE_LIMIT:VEHICLE' ? '120' : null);
    }
  });

  test('the documentation link follows type and code', async () => {
    const walk = { email: 'VEHICLE_STATE.CHARGE_FAULT@smartcar.com' };
    const { accessToken } = await connectCars(sandbox, {}, walk);
    const [vehicle = ''] = await vehicleIds(sandbox, accessToken);
    const { body } = await apiOf(sandbox, accessToken)('GET', `/vehicles/${vehicle}/odometer`);
    expect(body.docURL).toBe(
      'https://smartcar.com/docs/errors/api-errors/vehicle-state-errors#charge-fault',
    );
  });

  test('what a vehicle cannot do is 501', async () => {
    const scope = 'read_battery read_charge';
    const walk = { email: '40-vehicles@smartcar.com', make: 'VOLVO' };
    const { accessToken } = await connectCars(sandbox, { scope, flags: 'country:SE' }, walk);
    const codes = new Set<string>();
    for (const vehicle of await vehicleIds(sandbox, accessToken)) {
      const { status, body } = await apiOf(sandbox, accessToken)(
        'GET',
        `/vehicles/${vehicle}/charge/limit`,
      );
      codes.add(`${status} ${body.code}`);
    }
    expect(codes).toContain('501 SMARTCAR_NOT_CAPABLE');
    expect(codes).toContain('403 null');
  });

  test('some vehicles sleep and some have old data', async () => {
    const { accessToken } = await connectCars(sandbox, {}, { email: '300-vehicles@smartcar.com' });
    const fleet = apiOf(sandbox, accessToken);
    const states = { asleep: 0, stale: 0, fresh: 0 };
    for (let offset = 0; offset < 300; offset += 50) {
      const { body } = await fleet('GET', `/vehicles?limit=50&offset=${offset}`);
      for (const vehicle of body.vehicles as string[]) {
        const { headers, body: reading } = await fleet('GET', `/vehicles/${vehicle}/odometer`);
        const age = NIGHT - Date.parse(headers.get('sc-data-age') ?? '');
        if (reading.code === 'ASLEEP') states.asleep += 1;
        else if (age > 2 * 86_400_000) states.stale += 1;
        else states.fresh += 1;
      }
    }
    expect(states.asleep).toBeGreaterThan(2);
    expect(states.stale).toBeGreaterThan(4);
    expect(states.fresh).toBeGreaterThan(240);
  });
});
