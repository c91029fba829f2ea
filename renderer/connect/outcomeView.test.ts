import { describe, expect, test } from 'vitest';
import type { Application } from '../../contract/application.ts';
import type {
  ConnectOutcome,
  ConnectPurpose,
  ExchangeProblem,
  GrantState,
} from '../../contract/connect.ts';
import type { Transport } from '../../contract/transport.ts';
import { outcomeView, withVehicles } from './outcomeView.ts';
import {
  BACKEND,
  brought,
  CONNECT,
  finished,
  ownApplication,
  RENEWAL,
} from './testing/attempts.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const LATER = '2026-11-24T12:05:00Z';
const EARLIER = '2026-11-24T11:59:00Z';

interface Surroundings {
  readonly purpose?: ConnectPurpose;
  readonly transport?: Transport;
  readonly application?: Application;
}

function viewOf(outcome: ConnectOutcome, surroundings: Surroundings = {}) {
  const { purpose = CONNECT, transport, application = ownApplication() } = surroundings;
  return outcomeView(finished(outcome, purpose, transport), application, NOW);
}

function namesOf(outcome: ConnectOutcome, surroundings: Surroundings = {}): readonly string[] {
  return viewOf(outcome, surroundings).actions.map(({ name }) => name);
}

describe('a failed exchange', () => {
  const failed = (
    problem: ExchangeProblem,
    retryUntil: string | null = null,
    application?: Application,
  ) =>
    namesOf(
      { kind: 'exchange_failed', problem, oauthError: null, retryUntil },
      application ? { application } : {},
    );

  test('a code that still lives is tried again before the driver is asked', () => {
    expect(failed('unreachable', LATER)).toEqual(['retry_exchange']);
    expect(failed('unreachable', EARLIER)).toEqual(['connect_again']);
    expect(failed('rate_limited', LATER)).toEqual(['retry_exchange']);
    expect(failed('backend_cannot_reach_smartcar', LATER, BACKEND)).toEqual(['retry_exchange']);
    expect(failed('invalid_grant')).toEqual(['connect_again']);
  });

  test('a secret is mended where it is kept', () => {
    expect(failed('invalid_client')).toEqual(['enter_client_secret', 'connect_again']);
    expect(failed('secret_unavailable', LATER)).toEqual(['enter_client_secret', 'retry_exchange']);
    expect(failed('secret_unavailable', LATER, BACKEND)).toEqual([
      'enter_staff_token',
      'retry_exchange',
    ]);
    expect(failed('staff_token_refused', LATER, BACKEND)).toEqual([
      'enter_staff_token',
      'retry_exchange',
    ]);
  });

  test('a client secret that only others can mend is not asked for', () => {
    expect(failed('invalid_client', null, BACKEND)).toEqual(['connect_again']);
    expect(failed('invalid_client', null, { kind: 'simulated' })).toEqual(['connect_again']);
  });

  test('shows the OAuth error as it was sent', () => {
    const outcome: ConnectOutcome = {
      kind: 'exchange_failed',
      problem: 'refused',
      oauthError: 'temporarily_unavailable',
      retryUntil: null,
    };
    expect(viewOf(outcome).facts).toEqual([{ name: 'error', text: 'temporarily_unavailable' }]);
  });
});

describe('success', () => {
  const connected: ConnectOutcome = { kind: 'connected', ...brought() };

  test('is plain only where the sign-in is stored and the vehicles are known', () => {
    expect(viewOf(connected).tone).toBe('fine');
    expect(namesOf(connected)).toEqual(['show_vehicle', 'connect_other']);
    expect(viewOf({ ...connected, keptInMemory: true }).tone).toBe('attention');
    const unread = { ...connected, vehiclesRead: false, vehicleIds: [] };
    expect(viewOf(unread).tone).toBe('attention');
    expect(namesOf(unread)).toEqual(['read_vehicles', 'connect_other']);
  });

  test('vehicles that come later complete a connection that lacked them', () => {
    const unread = { ...connected, vehiclesRead: false, vehicleIds: [] };
    expect(withVehicles(unread, [])).toBe(unread);
    expect(withVehicles(unread, ['v1'])).toEqual(connected);
  });
});

describe('a partial grant', () => {
  const partial = (state: GrantState): ConnectOutcome => ({
    kind: 'partial_grant',
    ...brought([
      {
        vehicleId: 'v1',
        permissions: [
          { permission: 'read_vehicle_info', required: true, state: 'granted' },
          { permission: 'read_fuel', required: false, state },
        ],
      },
    ]),
  });

  test('is no fault, and what was declined may be asked for again', () => {
    expect(viewOf(partial('declined')).tone).toBe('attention');
    expect(namesOf(partial('declined'))).toEqual(['ask_again', 'show_vehicle']);
    expect(namesOf(partial('not_granted'))).toEqual(['ask_again', 'show_vehicle']);
  });

  test('does not send the driver through Connect for what the car cannot', () => {
    expect(viewOf(partial('not_capable')).tone).toBe('fine');
    expect(namesOf(partial('not_capable'))).toEqual(['show_vehicle', 'connect_other']);
  });

  test('asks with the same options, and with a forced prompt', () => {
    const [ask] = viewOf(partial('declined')).actions;
    expect(ask).toMatchObject({
      restart: {
        purpose: { kind: 'connect', options: { forcePrompt: true } },
        transport: 'custom_scheme',
      },
    });
  });
});

describe('a car that Connect refused', () => {
  const vehicle = { vin: null, make: 'AUDI', model: 'A3', year: null };

  test('is tried again with the failing permission optional, and the others as they were', () => {
    const purpose: ConnectPurpose = {
      kind: 'connect',
      options: {
        ...CONNECT.options,
        permissions: [
          { permission: 'read_vehicle_info', required: true },
          { permission: 'read_fuel', required: true },
        ],
      },
    };
    const [relaxed] = viewOf(
      { kind: 'vehicle_incompatible', vehicle, failing: ['read_fuel'] },
      { purpose, transport: 'system_browser' },
    ).actions;
    expect(relaxed).toMatchObject({
      name: 'make_optional',
      permissions: ['read_fuel'],
      restart: {
        transport: 'system_browser',
        purpose: {
          options: {
            permissions: [
              { permission: 'read_vehicle_info', required: true },
              { permission: 'read_fuel', required: false },
            ],
          },
        },
      },
    });
  });

  test('where nobody says which one failed, all required ones become optional', () => {
    const [relaxed] = viewOf({ kind: 'vehicle_incompatible', vehicle, failing: null }).actions;
    expect(relaxed).toMatchObject({
      name: 'make_optional',
      permissions: ['read_vehicle_info'],
    });
  });

  test('where nothing was required there is nothing to leave out', () => {
    const options = { ...CONNECT.options, permissions: null };
    const outcome: ConnectOutcome = { kind: 'vehicle_incompatible', vehicle, failing: null };
    expect(namesOf(outcome, { purpose: { kind: 'connect', options } })).toEqual(['connect_other']);
  });

  test('what Smartcar said about it is shown, what it kept to itself is not', () => {
    const outcome: ConnectOutcome = { kind: 'vehicle_incompatible', vehicle, failing: null };
    expect(viewOf(outcome).facts).toEqual([{ name: 'car', text: 'Audi A3' }]);
  });
});

describe('a way back that could not be taken', () => {
  const failed = (
    problem: Extract<ConnectOutcome, { kind: 'transport_failed' }>['problem'],
    redirectUris?: readonly string[],
  ) =>
    viewOf(
      { kind: 'transport_failed', problem, ports: [53682, 53683] },
      {
        transport: 'system_browser',
        application: ownApplication(redirectUris ? { redirectUris } : {}),
      },
    );

  test('ports that are taken are named, and a window is offered instead', () => {
    const { actions, facts } = failed('ports_taken');
    expect(facts).toEqual([{ name: 'ports', text: '53682, 53683' }]);
    expect(actions).toMatchObject([
      { name: 'use_window', restart: { transport: 'custom_scheme' } },
      { name: 'try_again', restart: { transport: 'system_browser' } },
    ]);
  });

  test('no window is offered to an application that has no address for one', () => {
    const { actions } = failed('browser_not_opened', ['http://localhost:53682/callback']);
    expect(actions.map(({ name }) => name)).toEqual(['try_again', 'open_settings']);
  });

  test('an address that is missing is mended in the settings, whose choice then counts', () => {
    const { actions } = failed('no_redirect_uri', ['https://fleet.example/done']);
    expect(actions).toMatchObject([
      { name: 'open_settings' },
      { name: 'use_window', restart: { transport: 'https' } },
      { name: 'try_again', restart: { transport: null } },
    ]);
  });

  test('a page that failed in the window is tried in the browser where that is possible', () => {
    const outcome: ConnectOutcome = { kind: 'page_failed', reason: 'crashed' };
    expect(namesOf(outcome)).toEqual(['try_again', 'use_browser']);
    const application = ownApplication({ redirectUris: ['https://fleet.example/done'] });
    expect(namesOf(outcome, { application })).toEqual(['try_again']);
  });
});

describe('who says no, goes away or is another car', () => {
  test('a driver who says no is no fault', () => {
    const outcome: ConnectOutcome = { kind: 'access_denied' };
    expect(viewOf(outcome).tone).toBe('attention');
    expect(namesOf(outcome)).toEqual(['ask_again', 'copy_message']);
  });

  test('what only the owner can do is told to the driver', () => {
    expect(namesOf({ kind: 'no_vehicles' })).toEqual(['copy_message', 'connect_again']);
    expect(namesOf({ kind: 'invalid_subscription' })).toEqual(['copy_message', 'connect_again']);
  });

  test('another car may be kept', () => {
    const outcome: ConnectOutcome = { kind: 'wrong_vehicle', expectedVin: 'x', found: [] };
    expect(namesOf(outcome)).toEqual(['connect_again', 'keep_vehicle']);
  });

  test('a renewal is started again as what it was', () => {
    const [again] = viewOf({ kind: 'closed' }, { purpose: RENEWAL }).actions;
    expect(again).toEqual({
      name: 'sign_in_again',
      restart: { purpose: RENEWAL, transport: 'custom_scheme' },
    });
  });
});
