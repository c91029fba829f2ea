import { expect, test } from 'vitest';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import { DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import { SIMULATED } from './profileSchema.ts';
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
  const { application: _application, ...rest } = FIRST_VERSION;
  expect(settingsSchema.parse(FIRST_VERSION)).toEqual({
    ...DEFAULT_SETTINGS,
    ...rest,
    profiles: [
      {
        ...SIMULATED,
        id: 'first',
        colour: 'blue',
        application: {
          kind: 'own',
          clientId: 'id',
          redirectUris: ['https://fleet.example/done'],
          mode: 'live',
          exchange: { kind: 'local' },
        },
      },
      SIMULATED,
    ],
    profile: 'first',
    connections: [{ ...CONNECTION, userId: null, externalId: null }],
  });
});

test('what belonged to the only application belongs to its profile, at every start the same', () => {
  const { application: _application, ...rest } = FIRST_VERSION;
  const budget = { ...DEFAULT_BUDGET, capacity: 7 };
  const owned = { transport: 'system_browser', budget };
  const old = { ...rest, ...owned, application: { kind: 'simulated' } };
  const settings = settingsSchema.parse(old);
  expect(settings).toMatchObject({ profiles: [{ ...SIMULATED, ...owned }], profile: 'simulated' });
  expect(settingsSchema.parse(old)).toEqual(settings);
  // Once there are profiles, what is left of the old file says nothing.
  expect(settingsSchema.parse({ ...old, ...DEFAULT_SETTINGS })).toEqual(DEFAULT_SETTINGS);
});

test('before the first choice nothing is in use, and the simulated cars are offered', () => {
  const settings = settingsSchema.parse({ ...FIRST_VERSION, application: null });
  expect(settings).toMatchObject({ profiles: [SIMULATED], profile: null });
  const withoutAny = { ...settings, profiles: [], profile: 'gone' };
  expect(settingsSchema.parse(withoutAny)).toMatchObject({ profiles: [SIMULATED], profile: null });
});

test('settings are the same after they were written and read', () => {
  const own = {
    ...SIMULATED,
    id: 'a',
    name: 'North',
    colour: 'teal',
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
  const settings = { ...DEFAULT_SETTINGS, profiles: [own, SIMULATED], profile: 'a' };
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
