import { expect, test } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import { DEFAULT_SETTINGS, rememberedOptions, settingsSchema } from './schema.ts';

const CONNECTION = { id: 'c1', application: 'id', createdAt: '2026-01-01T00:00:00.000Z' };
const FIRST_VERSION = {
  application: {
    kind: 'own',
    clientId: 'id',
    redirectUri: 'https://fleet.example/done',
    mode: 'live',
  },
  connections: [CONNECTION],
  expectedSecrets: ['connection:c1'],
  window: { width: 1100, height: 700, maximized: false },
};

test('settings of the first version are taken over, and nothing of them is lost', () => {
  expect(settingsSchema.parse(FIRST_VERSION)).toEqual({
    ...DEFAULT_SETTINGS,
    ...FIRST_VERSION,
    application: {
      kind: 'own',
      clientId: 'id',
      redirectUris: ['https://fleet.example/done'],
      mode: 'live',
      exchange: { kind: 'local' },
    },
    connections: [{ ...CONNECTION, userId: null, externalId: null }],
  });
});

test('settings are the same after they were written and read', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    transport: 'system_browser',
    application: {
      kind: 'own',
      clientId: 'id',
      redirectUris: ['https://fleet.example/done', 'http://localhost:53682/callback'],
      mode: 'live',
      exchange: {
        kind: 'backend',
        address: 'https://motorpool.example',
        presets: [{ id: 'mileage', name: 'Mileage', permissions: ['read_odometer'] }],
      },
    },
  };
  expect(settingsSchema.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test('what names a car or an owner is not remembered', () => {
  const options = {
    ...DEFAULT_CONNECT_OPTIONS,
    vehicle: { kind: 'vin', vin: '1M8GDM9AXKP042788' },
    user: 'u',
    externalId: 'e',
    forcePrompt: true,
    country: 'NO',
  } as const;
  expect(rememberedOptions(options)).toEqual({ ...DEFAULT_CONNECT_OPTIONS, country: 'NO' });
});
