import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSandbox, type Sandbox } from './server.ts';
import { CAPABLE_VIN, NIGHT, walkThrough } from './testing/harness.ts';

/**
 * The official Node SDK against the sandbox: what it was written for must work, unchanged. The SDK
 * is CommonJS without types, so the parts in use are described here.
 */
type Meta = { requestId?: string; dataAge?: Date; fetchedAt?: Date; unitSystem?: string };
type Answer = Record<string, unknown> & { meta: Meta };
type Access = { accessToken: string; refreshToken: string; expiration: Date };
type Simple =
  | 'attributes'
  | 'vin'
  | 'odometer'
  | 'fuel'
  | 'battery'
  | 'batteryCapacity'
  | 'nominalCapacity'
  | 'charge'
  | 'getChargeLimit'
  | 'location'
  | 'engineOil'
  | 'tirePressure'
  | 'lockStatus'
  | 'diagnosticSystemStatus'
  | 'diagnosticTroubleCodes'
  | 'permissions'
  | 'lock'
  | 'unlock'
  | 'startCharge'
  | 'stopCharge'
  | 'disconnect';
type SdkVehicle = Record<Simple, () => Promise<Answer>> & {
  serviceHistory: (start: string, end: string) => Promise<{ data: Answer[]; meta: Meta }>;
  setChargeLimit: (limit: number) => Promise<Answer>;
  sendDestination: (latitude: number, longitude: number) => Promise<Answer>;
  subscribe: (webhookId: string) => Promise<Answer>;
  unsubscribe: (amt: string, webhookId: string) => Promise<Answer>;
  batch: (paths: string[]) => Promise<Record<string, () => Answer>>;
};
type Sdk = {
  AuthClient: new (options: {
    redirectUri: string;
    mode: string;
  }) => {
    getAuthUrl: (scope: string[], options: object) => string;
    exchangeCode: (code: string) => Promise<Access>;
    exchangeRefreshToken: (token: string) => Promise<Access>;
  };
  Vehicle: new (id: string, token: string, options?: { unitSystem: string }) => SdkVehicle;
  getUser: (token: string) => Promise<Answer & { id: string }>;
  getVehicles: (token: string, paging?: object) => Promise<Answer & { vehicles: string[] }>;
  getCompatibility: (vin: string, scope: string[], country: string) => Promise<Answer>;
  getCompatibilityMatrix: (region: string, options: object) => Promise<Answer>;
  getConnections: (amt: string, filter: object, paging?: object) => Promise<Answer>;
  deleteConnections: (amt: string, filter: object) => Promise<Answer>;
};

const SCOPE = [
  'required:read_vehicle_info',
  'read_vin',
  'read_odometer',
  'read_fuel',
  'read_battery',
  'read_charge',
  'control_charge',
  'read_location',
  'read_engine_oil',
  'read_tires',
  'read_security',
  'control_security',
  'read_diagnostics',
  'read_service_history',
  'control_navigation',
];
const EMAIL = `${CAPABLE_VIN}@compatible.smartcar.com`;

let sandbox: Sandbox;
let sdk: Sdk;
let auth: InstanceType<Sdk['AuthClient']>;
let access: Access;
let vehicle: SdkVehicle;
let vehicleId: string;

const SUCCESS = { status: 'success', message: 'Successfully sent request to vehicle' };

beforeAll(async () => {
  sandbox = await createSandbox({ now: () => NIGHT });
  vi.stubEnv('SMARTCAR_CLIENT_ID', sandbox.clientId);
  vi.stubEnv('SMARTCAR_CLIENT_SECRET', sandbox.clientSecret);
  vi.stubEnv('SMARTCAR_AUTH_ORIGIN', sandbox.origins.auth);
  vi.stubEnv('SMARTCAR_API_ORIGIN', sandbox.origins.api);
  vi.stubEnv('SMARTCAR_MANAGEMENT_API_ORIGIN', sandbox.origins.api);
  const name: string = 'smartcar';
  sdk = ((await import(name)) as { default: Sdk }).default;
  auth = new sdk.AuthClient({ redirectUri: 'http://localhost:53682/callback', mode: 'simulated' });
  const url = auth.getAuthUrl(SCOPE, {
    state: 'm5 n6',
    makeBypass: 'VOLKSWAGEN',
    flags: { country: 'US' },
  });
  const redirect = await walkThrough(url, { email: EMAIL });
  expect(redirect.origin + redirect.pathname).toBe('http://localhost:53682/callback');
  expect(redirect.searchParams.get('state')).toBe('m5 n6');
  access = await auth.exchangeCode(redirect.searchParams.get('code') ?? '');
  const { vehicles } = await sdk.getVehicles(access.accessToken);
  vehicleId = vehicles[0] ?? '';
  vehicle = new sdk.Vehicle(vehicleId, access.accessToken);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await sandbox.close();
});

function expectReading(answer: Answer, unitSystem?: string): void {
  expect(answer.meta.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.meta.fetchedAt).toEqual(new Date(NIGHT));
  expect(answer.meta.dataAge?.getTime()).toBeLessThanOrEqual(NIGHT);
  expect(answer.meta.dataAge?.getTime()).toBeGreaterThan(NIGHT - 3_600_000);
  expect(answer.meta.unitSystem).toBe(unitSystem);
}

describe('account', () => {
  test('tokens', () => {
    expect(access.accessToken).toHaveLength(36);
    expect(access.refreshToken).toHaveLength(36);
    expect(Math.abs(access.expiration.getTime() - Date.now() - 7_200_000)).toBeLessThan(60_000);
  });

  test('getUser', async () => {
    expect((await sdk.getUser(access.accessToken)).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('getVehicles', async () => {
    const answer = await sdk.getVehicles(access.accessToken, { limit: 2, offset: 0 });
    expect(answer).toMatchObject({ vehicles: [vehicleId], paging: { count: 1, offset: 0 } });
  });

  test('exchangeRefreshToken', async () => {
    const { refreshToken } = access;
    const rotated = await auth.exchangeRefreshToken(refreshToken);
    expect(rotated.refreshToken).not.toBe(refreshToken);
    const again = await sdk.getVehicles(rotated.accessToken);
    expect(again.vehicles).toEqual([vehicleId]);
  });

  test('a wrong code is an error with Smartcar’s text', async () => {
    const failure = auth.exchangeCode('11111111-2222-4333-8444-555555555555');
    await expect(failure).rejects.toMatchObject({
      statusCode: 400,
      type: 'invalid_grant',
      description: 'Invalid code: 11111111-2222-4333-8444-555555555555.',
    });
  });
});

describe('reads', () => {
  test('attributes', async () => {
    const answer = await vehicle.attributes();
    expect(answer).toMatchObject({ id: vehicleId, make: 'VOLKSWAGEN', year: expect.any(Number) });
    expect(answer.meta.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('vin', async () => {
    expect((await vehicle.vin()).vin).toBe(CAPABLE_VIN);
  });

  test('odometer in both unit systems', async () => {
    const metric = await vehicle.odometer();
    expectReading(metric, 'metric');
    const options = { unitSystem: 'imperial' };
    const imperial = await new sdk.Vehicle(vehicleId, access.accessToken, options).odometer();
    expectReading(imperial, 'imperial');
    expect(metric.distance).toBeGreaterThan(1_000);
    expect(imperial.distance).toBeCloseTo(Number(metric.distance) / 1.609344, 3);
  });

  test('fuel', async () => {
    const answer = await vehicle.fuel();
    expectReading(answer, 'metric');
    expect(answer.percentRemaining).toBeGreaterThan(0.1);
    expect(answer.percentRemaining).toBeLessThanOrEqual(1);
    expect(answer.range).toBeGreaterThan(10);
    expect(answer.amountRemaining).toBeGreaterThan(1);
  });

  test('battery, its capacity and nominal capacity', async () => {
    const battery = await vehicle.battery();
    expectReading(battery, 'metric');
    expect(battery.percentRemaining).toBeGreaterThan(0);
    expect(battery.range).toBeGreaterThan(0);
    const capacity = await vehicle.batteryCapacity();
    expectReading(capacity);
    expect(capacity.capacity).toBe(11);
    const nominal = await vehicle.nominalCapacity();
    const sizes = nominal.availableCapacities as { capacity: number }[];
    expect(sizes.map((one) => one.capacity)).toContain(11);
  });

  test('charge and getChargeLimit', async () => {
    const charge = await vehicle.charge();
    expectReading(charge);
    expect(charge.isPluggedIn).toEqual(expect.any(Boolean));
    expect(['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING']).toContain(charge.state);
    const { limit } = await vehicle.getChargeLimit();
    expect(limit).toBeGreaterThanOrEqual(0.5);
    expect(limit).toBeLessThanOrEqual(1);
  });

  test('location', async () => {
    const answer = await vehicle.location();
    expectReading(answer);
    expect(Math.abs(Number(answer.latitude))).toBeLessThan(70);
    expect(Math.abs(Number(answer.longitude))).toBeLessThan(180);
  });

  test('engineOil and tirePressure', async () => {
    const oil = await vehicle.engineOil();
    expectReading(oil);
    expect(oil.lifeRemaining).toBeGreaterThan(0);
    const tires = await vehicle.tirePressure();
    expectReading(tires, 'metric');
    for (const side of ['frontLeft', 'frontRight', 'backLeft', 'backRight']) {
      expect(tires[side]).toBeGreaterThan(150);
      expect(tires[side]).toBeLessThan(300);
    }
  });

  test('lockStatus', async () => {
    const answer = await vehicle.lockStatus();
    expectReading(answer);
    expect(answer.isLocked).toEqual(expect.any(Boolean));
    expect(answer.doors).toContainEqual({ type: 'frontLeft', status: 'CLOSED' });
    expect(answer.chargingPort).toHaveLength(1);
  });

  test('diagnostics', async () => {
    const { systems } = await vehicle.diagnosticSystemStatus();
    expect(systems).toContainEqual(expect.objectContaining({ systemId: 'SYSTEM_TPMS' }));
    const { activeCodes } = await vehicle.diagnosticTroubleCodes();
    expect(activeCodes).toEqual(expect.any(Array));
  });

  test('serviceHistory', async () => {
    const { data, meta } = await vehicle.serviceHistory('2020-01-01', '2026-05-01');
    expect(data.length).toBeGreaterThan(1);
    expect(data[0]).toMatchObject({
      serviceId: expect.any(String),
      odometerDistance: expect.any(Number),
      serviceTasks: expect.arrayContaining([
        { taskId: expect.any(String), taskDescription: expect.any(String) },
      ]),
    });
    expect(meta.unitSystem).toBe('metric');
  });

  test('permissions', async () => {
    const { permissions } = await vehicle.permissions();
    expect(permissions).toEqual(SCOPE.slice(0, 10).map((one) => one.replace('required:', '')));
  });

  test('batch', async () => {
    const answers = await vehicle.batch([
      '/odometer',
      '/fuel',
      '/',
      '/tires/pressure',
      '/security',
    ]);
    const odometer = answers.odometer?.();
    expect(odometer?.distance).toBe((await vehicle.odometer()).distance);
    expect(odometer?.meta.unitSystem).toBe('metric');
    expect(answers.attributes?.()).toMatchObject({ make: 'VOLKSWAGEN' });
    expect(answers.tirePressure?.()).toHaveProperty('frontLeft');
    expect(answers.lockStatus?.()).toHaveProperty('isLocked');
  });
});

describe('commands', () => {
  test('lock and unlock change the lock status', async () => {
    expect(await vehicle.unlock()).toMatchObject(SUCCESS);
    expect((await vehicle.lockStatus()).isLocked).toBe(false);
    expect(await vehicle.lock()).toMatchObject(SUCCESS);
    expect((await vehicle.lockStatus()).isLocked).toBe(true);
  });

  test('startCharge, stopCharge and setChargeLimit', async () => {
    // The routine plugs the car in but may have filled it up to its limit.
    await vehicle.setChargeLimit(1);
    expect((await vehicle.getChargeLimit()).limit).toBe(1);
    expect(await vehicle.startCharge()).toMatchObject(SUCCESS);
    expect(await vehicle.charge()).toMatchObject({ isPluggedIn: true, state: 'CHARGING' });
    expect(await vehicle.stopCharge()).toMatchObject(SUCCESS);
    expect(await vehicle.charge()).toMatchObject({ isPluggedIn: true, state: 'NOT_CHARGING' });
    await expect(vehicle.stopCharge()).rejects.toMatchObject({
      statusCode: 409,
      type: 'VEHICLE_STATE',
      code: 'NOT_CHARGING',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('sendDestination', async () => {
    expect(await vehicle.sendDestination(47.6205, -122.3493)).toMatchObject(SUCCESS);
  });

  test('subscribe and unsubscribe', async () => {
    expect(await vehicle.subscribe('hook-1')).toMatchObject({ webhookId: 'hook-1', vehicleId });
    expect(await vehicle.unsubscribe(sandbox.managementToken, 'hook-1')).toEqual({
      meta: expect.anything(),
    });
  });
});

describe('application', () => {
  test('getCompatibility', async () => {
    const answer = await sdk.getCompatibility(CAPABLE_VIN, ['read_odometer', 'read_battery'], 'US');
    expect(answer).toMatchObject({ compatible: true, reason: null });
    expect(answer.capabilities).toContainEqual({
      permission: 'read_odometer',
      endpoint: '/odometer',
      capable: true,
      reason: null,
    });
    expect(answer.capabilities).toHaveLength(4);
  });

  test('getCompatibilityMatrix', async () => {
    const answer = await sdk.getCompatibilityMatrix('US', { make: ['NISSAN'], type: 'BEV' });
    expect(answer.NISSAN).toContainEqual(
      expect.objectContaining({
        model: 'Leaf',
        type: 'BEV',
        permissions: expect.arrayContaining(['read_battery']),
      }),
    );
    expect(answer).not.toHaveProperty('TESLA');
  });

  test('getConnections, deleteConnections and disconnect', async () => {
    const amt = sandbox.managementToken;
    const { connections } = await sdk.getConnections(amt, { vehicleId }, { limit: 10 });
    expect(connections).toEqual([
      {
        vehicleId,
        userId: expect.any(String),
        connectedAt: new Date(NIGHT).toISOString(),
        mode: 'simulated',
      },
    ]);
    expect(await vehicle.disconnect()).toMatchObject({ status: 'success' });
    expect((await sdk.getVehicles(access.accessToken)).vehicles).toEqual([]);
    await expect(vehicle.odometer()).rejects.toMatchObject({
      statusCode: 403,
      type: 'PERMISSION',
      resolution: { type: 'REAUTHENTICATE' },
    });
    const gone = await sdk.deleteConnections(amt, { vehicleId });
    expect(gone.connections).toEqual([]);
  });
});
