import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Application, MODES } from '../../../contract/application.ts';
import { BRANDS, COUNTRIES } from '../../../contract/brands.ts';
import { type ConnectOptions, DEFAULT_CONNECT_OPTIONS } from '../../../contract/connectOptions.ts';
import { PERMISSIONS } from '../../../contract/permissions.ts';
import { canChooseMode, draftOf, optionsOf, usableTransport, withOptions } from './draft.ts';

function own(...redirectUris: string[]): Application {
  return {
    kind: 'own',
    clientId: '1a2b3c4d-1a2b-1a2b-1a2b-1a2b3c4d5e6f',
    redirectUris,
    mode: 'live',
    exchange: { kind: 'local' },
  };
}

const LOCAL = own('http://localhost:53682/callback');

const text = fc.option(fc.stringMatching(/^[a-z0-9]{1,20}$/));
const requested = fc.uniqueArray(fc.constantFrom(...PERMISSIONS)).chain((permissions) =>
  fc.tuple(...permissions.map(() => fc.boolean())).map((required) =>
    PERMISSIONS.filter((permission) => permissions.includes(permission)).map((permission, at) => ({
      permission,
      required: required[at] ?? false,
    })),
  ),
);
const anyOptions: fc.Arbitrary<ConnectOptions> = fc.record({
  vehicle: fc.oneof(
    fc.record({ kind: fc.constant('any' as const), single: fc.boolean() }),
    fc.record({
      kind: fc.constant('make' as const),
      make: fc.constantFrom(...BRANDS.map(({ code }) => code), 'MERCEDES'),
      single: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('vin' as const),
      vin: fc.stringMatching(/^[A-HJ-NPR-Z0-9]{0,17}$/),
    }),
  ),
  permissions: fc.option(requested),
  country: fc.option(fc.constantFrom(...COUNTRIES)),
  forcePrompt: fc.boolean(),
  mode: fc.option(fc.constantFrom(...MODES)),
  user: text,
  externalId: text,
  clearExternalId: fc.boolean(),
  idParameter: fc.constantFrom('client_id', 'application_id'),
});

test('any options come out of the fields as they went in', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      expect(optionsOf(draftOf(options, LOCAL, 'system_browser'))).toEqual(options);
    }),
  );
});

test('options laid over others come out, and nothing else changes', () => {
  fc.assert(
    fc.property(anyOptions, anyOptions, (before, options) => {
      const draft = draftOf(before, LOCAL, 'system_browser');
      expect(optionsOf(withOptions(draft, options))).toEqual(options);
      expect(optionsOf(withOptions(draft, {}))).toEqual(before);
      const { vehicle } = options;
      expect(optionsOf(withOptions(draft, { vehicle }))).toEqual({ ...before, vehicle });
    }),
  );
});

test('what was typed for one kind of vehicle is still there after a look at another', () => {
  const draft = draftOf(
    { ...DEFAULT_CONNECT_OPTIONS, vehicle: { kind: 'make', make: 'TESLA', single: true } },
    LOCAL,
    'system_browser',
  );
  const back = { ...draft, vehicleKind: 'vin' as const, vin: ' 1hgcm 82633a-004352 ' };
  expect(optionsOf(back).vehicle).toEqual({ kind: 'vin', vin: '1HGCM82633A004352' });
  expect(optionsOf({ ...back, vehicleKind: 'make' }).vehicle).toEqual({
    kind: 'make',
    make: 'TESLA',
    single: true,
  });
});

test('empty texts are none', () => {
  const draft = draftOf(DEFAULT_CONNECT_OPTIONS, LOCAL, 'system_browser');
  expect(optionsOf({ ...draft, user: '  ', externalId: '' })).toMatchObject({
    user: null,
    externalId: null,
  });
});

test('a remembered mode is dropped where none can be chosen', () => {
  const options: ConnectOptions = { ...DEFAULT_CONNECT_OPTIONS, mode: 'live' };
  const behindBackend: Application = {
    ...LOCAL,
    kind: 'own',
    exchange: { kind: 'backend', address: 'https://backend.example', presets: [] },
  } as Application;
  for (const application of [{ kind: 'simulated' } as const, behindBackend]) {
    expect(canChooseMode(application)).toBe(false);
    expect(optionsOf(draftOf(options, application, 'https')).mode).toBeNull();
  }
});

test('a way back without a redirect URI gives way to one that has it', () => {
  expect(usableTransport(LOCAL, 'custom_scheme')).toBe('system_browser');
  expect(usableTransport(own('https://fleet.example/done'), 'https')).toBe('https');
  expect(usableTransport({ kind: 'simulated' }, 'https')).toBe('https');
});
