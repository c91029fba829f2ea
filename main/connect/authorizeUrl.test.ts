import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODES, type Mode } from '../../contract/application.ts';
import { BRANDS, COUNTRIES } from '../../contract/brands.ts';
import {
  type ConnectOptions,
  type ConnectOptionsProblem,
  DEFAULT_CONNECT_OPTIONS,
} from '../../contract/connectOptions.ts';
import { PERMISSIONS } from '../../contract/permissions.ts';
import { checkDigitOf } from '../../contract/vin.ts';
import { Secret } from '../secret.ts';
import { type AuthorizeRequest, authorizeUrl } from './authorizeUrl.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const REQUEST: AuthorizeRequest = {
  connectOrigin: 'https://connect.smartcar.com',
  clientId: CLIENT_ID,
  redirectUri: `sc${CLIENT_ID}://connect`,
  state: new Secret('q1w2-e3_r4'),
  mode: 'simulated',
  options: DEFAULT_CONNECT_OPTIONS,
};

function built(options: Partial<ConnectOptions>, mode: Mode = 'live'): URL {
  const result = authorizeUrl({
    ...REQUEST,
    mode,
    options: { ...DEFAULT_CONNECT_OPTIONS, ...options },
  });
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

function refused(options: Partial<ConnectOptions>, mode: Mode = 'live') {
  const result = authorizeUrl({
    ...REQUEST,
    mode,
    options: { ...DEFAULT_CONNECT_OPTIONS, ...options },
  });
  return result.ok ? null : result.failure;
}

describe('the URL is what Smartcar’s SDKs send', () => {
  test('with permissions only', () => {
    const permissions = [
      { permission: 'read_vehicle_info', required: true },
      { permission: 'read_odometer', required: false },
    ] as const;
    expect(built({ permissions }, 'simulated').href).toBe(
      'https://connect.smartcar.com/oauth/authorize?response_type=code' +
        '&client_id=7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42&approval_prompt=auto' +
        '&redirect_uri=sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42%3A%2F%2Fconnect' +
        '&scope=required%3Aread_vehicle_info%20read_odometer&state=q1w2-e3_r4&mode=simulated',
    );
  });

  test('with everything', () => {
    const url = built({
      vehicle: { kind: 'make', make: 'tesla', single: true },
      permissions: [{ permission: 'read_vin', required: false }],
      country: 'NO',
      forcePrompt: true,
      mode: 'test',
      user: 'u 1',
      externalId: 'depot/7',
      idParameter: 'application_id',
    });
    expect(url.search).toBe(
      '?response_type=code&application_id=7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42' +
        '&approval_prompt=force' +
        '&redirect_uri=sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42%3A%2F%2Fconnect' +
        '&scope=read_vin&state=q1w2-e3_r4&single_select=true&make=TESLA&flags=country%3ANO' +
        '&user=u%201&external_id=depot%2F7&mode=test',
    );
  });

  test('one VIN takes the place of a brand, and a stored external id can be cleared', () => {
    const { searchParams } = built({
      vehicle: { kind: 'vin', vin: '1M8GDM9AXKP042788' },
      clearExternalId: true,
    });
    expect(searchParams.get('single_select')).toBe('true');
    expect(searchParams.get('single_select_vin')).toBe('1M8GDM9AXKP042788');
    expect(searchParams.has('make')).toBe(false);
    expect(searchParams.get('external_id')).toBe('null');
  });

  test('no scope leaves the choice to the dashboard', () => {
    expect(built({ permissions: null }).searchParams.has('scope')).toBe(false);
  });
});

describe('options that make no sense are refused with the reason', () => {
  test.each<[Partial<ConnectOptions>, ConnectOptionsProblem]>([
    [{ vehicle: { kind: 'vin', vin: '1M8GDM9AXKP04278' } }, 'vin_length'],
    [{ vehicle: { kind: 'vin', vin: '1M8GDM9AXKP04278O' } }, 'vin_characters'],
    [{ vehicle: { kind: 'vin', vin: '1M8GDM9A0KP042788' } }, 'vin_check_digit'],
    [{ vehicle: { kind: 'vin', vin: '0SCAUD1037A5ADB1C' } }, 'vin_simulated_in_live'],
    [{ vehicle: { kind: 'make', make: '', single: false } }, 'make_missing'],
    [{ vehicle: { kind: 'make', make: 'A&B', single: false } }, 'make_characters'],
    [{ vehicle: { kind: 'make', make: 'Ford', single: false } }, 'make_phone_only'],
    [{ vehicle: { kind: 'make', make: 'LINCOLN', single: false } }, 'make_phone_only'],
    [{ permissions: [] }, 'permissions_missing'],
    [
      {
        permissions: [
          { permission: 'read_vin', required: true },
          { permission: 'read_vin', required: false },
        ],
      },
      'permission_twice',
    ],
    [{ country: 'XX' }, 'country_unknown'],
    [{ externalId: 'NULL' }, 'external_id_reserved'],
    [{ externalId: 'a', clearExternalId: true }, 'external_id_and_clear'],
  ])('%j: %s', (options, problem) => {
    expect(refused(options)).toBe(problem);
  });

  test('what live mode refuses may be right for simulated cars', () => {
    const options = { vehicle: { kind: 'vin', vin: '0SCAUDI037A5ADB1C' } } as const;
    expect(refused(options, 'simulated')).toBeNull();
    expect(refused({ ...options, mode: 'live' }, 'simulated')).toBe('vin_simulated_in_live');
  });
});

const vinCharacter = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789');
const vin = fc
  .array(vinCharacter, { minLength: 17, maxLength: 17 })
  .map((characters) => {
    const text = characters.join('');
    return `${text.slice(0, 8)}${checkDigitOf(text)}${text.slice(9)}`;
  })
  .filter((text) => !text.startsWith('0SC'));

const make = fc.oneof(
  fc.constantFrom(...BRANDS.filter(({ phoneOnly }) => !phoneOnly).map(({ code }) => code)),
  fc.stringMatching(/^[A-Z0-9_-]{1,20}$/).filter((text) => !['FORD', 'LINCOLN'].includes(text)),
);

const ownerText = fc.option(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.toLowerCase() !== 'null'),
);

const legalOptions: fc.Arbitrary<ConnectOptions> = fc
  .record({
    vehicle: fc.oneof(
      fc.record({ kind: fc.constant('any' as const), single: fc.boolean() }),
      fc.record({ kind: fc.constant('make' as const), make, single: fc.boolean() }),
      fc.record({ kind: fc.constant('vin' as const), vin }),
    ),
    permissions: fc.option(
      fc.uniqueArray(
        fc.record({ permission: fc.constantFrom(...PERMISSIONS), required: fc.boolean() }),
        { minLength: 1, selector: ({ permission }) => permission },
      ),
    ),
    country: fc.option(fc.constantFrom(...COUNTRIES)),
    forcePrompt: fc.boolean(),
    mode: fc.option(fc.constantFrom(...MODES)),
    user: ownerText,
    externalId: ownerText,
    clearExternalId: fc.boolean(),
    idParameter: fc.constantFrom('client_id' as const, 'application_id' as const),
  })
  .map((options) => ({
    ...options,
    clearExternalId: options.clearExternalId && options.externalId === null,
  }));

/** Reads a URL back into the options that it came from, knowing only Smartcar's documentation. */
function readBack(url: URL, applicationMode: Mode): ConnectOptions {
  const query = url.searchParams;
  for (const name of query.keys()) {
    if (query.getAll(name).length !== 1) throw new Error(`${name} is repeated`);
  }
  const single = query.get('single_select') === 'true';
  const oneVin = query.get('single_select_vin');
  const brand = query.get('make');
  const scope = query.get('scope');
  const mode = query.get('mode') as Mode;
  const externalId = query.get('external_id');
  return {
    vehicle:
      oneVin !== null
        ? { kind: 'vin', vin: oneVin }
        : brand !== null
          ? { kind: 'make', make: brand, single }
          : { kind: 'any', single },
    permissions:
      scope?.split(' ').map((word) => ({
        permission: word.replace(/^required:/, '') as (typeof PERMISSIONS)[number],
        required: word.startsWith('required:'),
      })) ?? null,
    country: query.get('flags')?.replace(/^country:/, '') ?? null,
    forcePrompt: query.get('approval_prompt') === 'force',
    mode: mode === applicationMode ? null : mode,
    user: query.get('user'),
    externalId: externalId === 'null' ? null : externalId,
    clearExternalId: externalId === 'null',
    idParameter: query.has('client_id') ? 'client_id' : 'application_id',
  };
}

test('every legal set of options can be read back from its URL', () => {
  fc.assert(
    fc.property(legalOptions, fc.constantFrom(...MODES), (options, applicationMode) => {
      const url = built(options, applicationMode);
      const { mode } = options;
      expect(readBack(url, applicationMode)).toEqual({
        ...options,
        mode: mode === applicationMode ? null : mode,
      });
      expect(url.searchParams.get('state')).toBe('q1w2-e3_r4');
      expect(url.searchParams.get('redirect_uri')).toBe(REQUEST.redirectUri);
      // A plus sign is a space to some servers and a plus to others.
      expect(url.search).not.toContain('+');
    }),
    { numRuns: 2000 },
  );
});
