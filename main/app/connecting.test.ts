import { expect, test, vi } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import type { Transport } from '../../contract/transport.ts';
import type { AccessEnded } from '../../contract/vehicles.ts';
import type { Connector } from '../connect/connector.ts';
import { newVehicle } from '../fleet/merge.ts';
import { SIMULATED } from '../settings/profileSchema.ts';
import { DEFAULT_SETTINGS } from '../settings/schema.ts';
import type { SettingsView } from '../settings/settings.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { ApplicationAccess } from './applicationAccess.ts';
import { createConnecting } from './connecting.ts';

const CONNECTION = {
  id: 'c1',
  application: 'simulated',
  createdAt: '2026-01-01T00:00:00.000Z',
  userId: null,
  externalId: 'depot 7',
};

function setUp(ended: AccessEnded | null = null) {
  const data: SettingsView = {
    ...DEFAULT_SETTINGS,
    ...SIMULATED,
    connections: [CONNECTION],
  };
  const start = vi.fn<Connector['start']>(() => ({ ok: true, value: null }));
  const access = vi.fn(
    async () =>
      ({
        origins: { connect: 'https://connect.example', auth: '', api: '' },
        clientId: 'id',
        redirectUris: ['scid://connect'],
        mode: 'simulated',
      }) as unknown as ApplicationAccess,
  );
  const announce = vi.fn();
  const vehicle = {
    ...newVehicle('v1', CONNECTION),
    vin: '0SCAUDI037A5ADB1C',
    access: 'reconnect' as const,
    accessEnded: ended,
    reauthenticateUrl: 'https://connect.example/oauth/reauthenticate',
  };
  const connecting = createConnecting({
    settings: {
      get: (key) => data[key],
      set: (key, value) => {
        data[key] = value;
      },
    },
    fleet: { records: async (ids) => (ids.includes(vehicle.id) ? [vehicle] : []) },
    connector: { start },
    access,
    announce,
  });
  return { connecting, start, access, announce, data };
}

test('an attempt goes the way of the settings, or its own, and its options are remembered', async () => {
  const { connecting, start, announce, data } = setUp();
  const options = { ...DEFAULT_CONNECT_OPTIONS, country: 'NO', user: 'u' };
  expect(await connecting.start(options)).toEqual({ ok: true, value: null });
  await connecting.start(options, 'system_browser');
  expect(start.mock.calls.map(([, , transport]): Transport => transport)).toEqual([
    'custom_scheme',
    'system_browser',
  ]);
  expect(start.mock.calls[0]?.[0]).toMatchObject({
    connectOrigin: 'https://connect.example',
    redirectUris: ['scid://connect'],
    application: 'simulated',
  });
  expect(data.connectOptions).toEqual({ ...DEFAULT_CONNECT_OPTIONS, country: 'NO' });
  expect(announce).toHaveBeenCalled();
});

test('what is refused is not remembered', async () => {
  const { connecting, start, data } = setUp();
  start.mockReturnValue({ ok: false, failure: 'country_unknown' });
  const options = { ...DEFAULT_CONNECT_OPTIONS, country: 'XX' };
  expect(await connecting.start(options)).toEqual({ ok: false, failure: 'options_invalid' });
  expect(data.connectOptions).toEqual(DEFAULT_CONNECT_OPTIONS);
});

test('without an application, or without the sandbox, there is no attempt', async () => {
  const { connecting, access, start, data } = setUp();
  access.mockRejectedValueOnce(new SmartcarError({ type: 'NETWORK' }));
  expect(await connecting.start(DEFAULT_CONNECT_OPTIONS)).toEqual({
    ok: false,
    failure: 'sandbox_failed',
  });
  Object.assign(data, { application: null });
  expect(await connecting.start(DEFAULT_CONNECT_OPTIONS)).toEqual({
    ok: false,
    failure: 'no_application',
  });
  expect(start).not.toHaveBeenCalled();
});

const since = '2026-02-01T00:00:00.000Z';

test('a login that ended is renewed at the address that Smartcar gave', async () => {
  const { connecting, start } = setUp({ reason: 'login', since });
  await connecting.reconnect('v1');
  const [, purpose, , url] = start.mock.calls[0] ?? [];
  expect(purpose).toEqual({ kind: 'reauthenticate', vehicleId: 'v1' });
  expect(url).toBe('https://connect.example/oauth/reauthenticate');
});

test.each(['idle', 'revoked'] as const)(
  'access that ended otherwise (%s) needs a new consent',
  async (reason) => {
    const { connecting, start } = setUp({ reason, since });
    await connecting.reconnect('v1');
    expect(start.mock.calls[0]?.[1]).toMatchObject({
      kind: 'connect',
      options: {
        vehicle: { kind: 'vin', vin: '0SCAUDI037A5ADB1C' },
        externalId: 'depot 7',
        forcePrompt: true,
      },
    });
  },
);

test('a vehicle that nobody knows is not connected again', async () => {
  expect(await setUp().connecting.reconnect('nope')).toEqual({
    ok: false,
    failure: 'unknown_vehicle',
  });
});
