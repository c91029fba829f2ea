import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../server.ts';
import {
  admin,
  apiOf,
  connectCapable,
  connectCars,
  startSandbox,
  vehicleIds,
} from '../testing/harness.ts';

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const asApplication = (sandbox: Sandbox) =>
  apiOf(sandbox, basic(sandbox.clientId, sandbox.clientSecret));
const asManager = (sandbox: Sandbox) => apiOf(sandbox, basic('default', sandbox.managementToken));

describe('compatibility by VIN', () => {
  const TESLA = '0SCTESLA000000001';

  test('lists capabilities per endpoint', async () => {
    const sandbox = await startSandbox();
    const query = `vin=${TESLA}&scope=read_fuel+read_battery&test_mode_compatibility_level=bev`;
    const { body } = await asApplication(sandbox)('GET', `/compatibility?${query}`);
    expect(body).toMatchObject({ compatible: true, reason: null });
    expect(body.capabilities).toContainEqual({
      permission: 'read_fuel',
      endpoint: '/fuel',
      capable: false,
      reason: 'VEHICLE_NOT_CAPABLE',
    });
    const { capabilities } = body as { capabilities: { permission: string }[] };
    expect(capabilities.filter((one) => one.permission === 'read_battery')).toHaveLength(3);
  });

  test.each([
    ['an unknown maker', 'vin=ZZZ00000000000000', 'MAKE_NOT_COMPATIBLE'],
    ['a brand that is not sold there', `vin=TMB00000000000000`, 'MAKE_NOT_COMPATIBLE'],
    ['a car before its time', 'vin=WVW00000090000001', 'VEHICLE_NOT_COMPATIBLE'],
    [
      'the level incompatible',
      `vin=${TESLA}&test_mode_compatibility_level=incompatible`,
      'VEHICLE_NOT_COMPATIBLE',
    ],
  ])('%s', async (_name, query, reason) => {
    const sandbox = await startSandbox();
    const { body } = await asApplication(sandbox)('GET', `/compatibility?scope=read_vin&${query}`);
    expect(body).toEqual({ compatible: false, reason, capabilities: [] });
  });

  test('outside the US only the brand is checked', async () => {
    const sandbox = await startSandbox();
    const query = 'vin=TMB00000000000000&scope=read_vin&country=DE';
    const { body } = await asApplication(sandbox)('GET', `/compatibility?${query}`);
    expect(body).toEqual({ compatible: true, reason: null, capabilities: [] });
  });

  test.each([
    'vin=SHORT&scope=read_vin',
    `vin=${TESLA}`,
    `vin=${TESLA}&scope=nonsense`,
    `vin=${TESLA}&scope=read_vin&mode=x`,
  ])('%s is refused', async (query) => {
    const sandbox = await startSandbox();
    const { status, body } = await asApplication(sandbox)('GET', `/compatibility?${query}`);
    expect([status, body.type]).toEqual([400, 'VALIDATION']);
  });

  test('a wrong secret is refused', async () => {
    const sandbox = await startSandbox();
    const api = apiOf(sandbox, basic(sandbox.clientId, 'wrong'));
    expect((await api('GET', `/compatibility?vin=${TESLA}&scope=read_vin`)).status).toBe(401);
    expect((await api('GET', '/compatibility/matrix?region=US')).status).toBe(401);
  });

  test('faults are met here too, by those who named themselves', async () => {
    const sandbox = await startSandbox();
    const error = 'BILLING:INVALID_PLAN';
    await admin(sandbox, 'POST', '/faults', {
      kind: 'api-error',
      error,
      path: '/compatibility/matrix',
    });
    const ask = async (secret: string) => {
      const api = apiOf(sandbox, basic(sandbox.clientId, secret));
      return (await api('GET', '/compatibility/matrix?region=US')).status;
    };
    expect(await ask(sandbox.clientSecret)).toBe(430);
    expect(await ask('wrong')).toBe(401);
    const query = `vin=${TESLA}&scope=read_vin`;
    expect((await asApplication(sandbox)('GET', `/compatibility?${query}`)).status).toBe(200);
  });
});

describe('compatibility matrix', () => {
  test('filters by region, make, type and scope', async () => {
    const sandbox = await startSandbox();
    const query = 'region=EUROPE&make=renault+PEUGEOT&type=BEV&scope=read_battery';
    const { body } = await asApplication(sandbox)('GET', `/compatibility/matrix?${query}`);
    expect(Object.keys(body).sort()).toEqual(['PEUGEOT', 'RENAULT']);
    for (const model of Object.values(body).flat() as Record<string, unknown>[]) {
      expect(model.type).toBe('BEV');
      expect(model.permissions).toContain('read_battery');
      expect(model.permissions).not.toContain('read_fuel');
      expect(model.endpoints).toContain('EV battery');
      expect(Number(model.startYear)).toBeLessThanOrEqual(Number(model.endYear));
    }
  });

  test('needs a region', async () => {
    const sandbox = await startSandbox();
    const { status } = await asApplication(sandbox)('GET', '/compatibility/matrix');
    expect(status).toBe(400);
  });
});

describe('management', () => {
  test('lists connections page by page and filtered', async () => {
    const sandbox = await startSandbox();
    const { accessToken } = await connectCars(sandbox, {}, { email: '25-vehicles@smartcar.com' });
    await connectCapable(sandbox);
    const api = asManager(sandbox);
    const seen: unknown[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const { body } = await api('GET', `/management/connections?cursor=${cursor}`);
      seen.push(...(body.connections as unknown[]));
      ({ cursor } = body.paging as { cursor: string | null });
      pages += 1;
    }
    expect([pages, seen.length]).toEqual([3, 26]);
    const [id] = await vehicleIds(sandbox, accessToken);
    const one = await api('GET', `/management/connections?vehicle_id=${id}`);
    expect(one.body.connections).toHaveLength(1);
    expect((await api('GET', '/management/connections?mode=live')).body.connections).toEqual([]);
    expect((await api('GET', '/management/connections?limit=101')).status).toBe(400);
    expect((await api('GET', '/management/connections?cursor=!')).status).toBe(400);
  });

  test('removes a user’s connections', async () => {
    const sandbox = await startSandbox();
    const { redirect, accessToken } = await connectCars(sandbox);
    const user = redirect.searchParams.get('user_id');
    const before = await vehicleIds(sandbox, accessToken);
    const api = asManager(sandbox);
    const { body } = await api('DELETE', `/management/connections?user_id=${user}`);
    const gone = body.connections as { vehicleId: string; userId: string }[];
    expect(gone.map((one) => one.vehicleId)).toEqual(before);
    expect(await vehicleIds(sandbox, accessToken)).toEqual([]);
    expect((await api('DELETE', '/management/connections')).status).toBe(400);
  });

  test('the management token also disconnects one vehicle', async () => {
    const sandbox = await startSandbox();
    const { id, api } = await connectCapable(sandbox);
    const bearer = apiOf(sandbox, sandbox.managementToken);
    expect((await bearer('DELETE', `/vehicles/${id}/application`)).status).toBe(200);
    expect((await api('GET', '/vehicles')).body.vehicles).toEqual([]);
  });

  test('is closed to other credentials', async () => {
    const sandbox = await startSandbox();
    const { accessToken } = await connectCars(sandbox);
    for (const credentials of [
      accessToken,
      basic('default', 'x'),
      basic(sandbox.clientId, sandbox.clientSecret),
    ]) {
      const { status } = await apiOf(sandbox, credentials)('GET', '/management/connections');
      expect(status).toBe(401);
    }
  });
});
