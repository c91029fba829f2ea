import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { ConnectOutcome, ConnectPurpose, GrantState } from '../../contract/connect.ts';
import en from '../locales/en.json';
import { outcomeWords, type WordsContext } from './outcomeWords.ts';
import { brought, CONNECT, RENEWAL } from './testing/attempts.ts';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: en } } });

function words(outcome: ConnectOutcome, context: Partial<WordsContext> = {}) {
  return outcomeWords(i18n.t, outcome, {
    purpose: CONNECT,
    transport: 'https',
    exchange: 'local',
    vehicleName: null,
    now: Date.parse('2026-11-24T12:00:00Z'),
    ...context,
  });
}

const grant = (vehicleId: string, ...states: readonly GrantState[]) => ({
  vehicleId,
  permissions: (['read_odometer', 'read_fuel', 'read_location'] as const).map(
    (permission, index) => ({ permission, required: false, state: states[index] ?? 'granted' }),
  ),
});

describe('a partial grant', () => {
  const partial = (...grants: readonly ReturnType<typeof grant>[]): ConnectOutcome => ({
    kind: 'partial_grant',
    ...brought(grants),
    vehicleIds: grants.map(({ vehicleId }) => vehicleId),
  });

  test('counts what was granted', () => {
    expect(words(partial(grant('a', 'declined'))).title).toBe('Connected. 2 of 3 permissions');
  });

  test('does not count where cars differ', () => {
    const { title } = words(partial(grant('a', 'declined'), grant('b')));
    expect(title).toBe('2 vehicles connected, not every permission given');
  });

  test('sends nobody to the driver for what the car cannot', () => {
    const said = (state: GrantState) => words(partial(grant('a', state))).sentences.join(' ');
    expect(said('declined')).toContain('ask the driver');
    expect(said('not_capable')).toMatch(
      /this car does not have: Odometer.*Nobody needs to do anything/,
    );
  });

  test('does not say of all cars what only some of them lack', () => {
    const said = words(partial(grant('a', 'granted'), grant('b', 'not_capable')));
    expect(said.title).toBe('2 vehicles connected');
    expect(said.sentences.join(' ')).toContain('some of these cars do not have: Odometer');
  });
});

test('a failed exchange says how long it may be tried again, and with whom', () => {
  const failed: ConnectOutcome = {
    kind: 'exchange_failed',
    problem: 'unreachable',
    oauthError: null,
    retryUntil: '2026-11-24T12:05:00Z',
  };
  expect(words(failed).sentences.join(' ')).toContain('for 5:00');
  expect(words(failed).title).toContain('Smartcar');
  expect(words(failed, { exchange: 'backend' }).title).toContain('backend');
  expect(words({ ...failed, retryUntil: null }).sentences).toHaveLength(2);
});

test('a car that was refused is told by what it lacks, where that is known', () => {
  const vehicle = { vin: null, make: null, model: null, year: null };
  const { sentences } = words({ kind: 'vehicle_incompatible', vehicle, failing: ['read_fuel'] });
  expect(sentences[0]).toContain('Fuel');
});

test('a way back without an address says which kind is missing', () => {
  const { sentences } = words({ kind: 'transport_failed', problem: 'no_redirect_uri', ports: [] });
  expect(sentences[0]).toContain('https://');
});

test('a renewal that came to nothing leaves the car as it was, and says so', () => {
  const purpose: ConnectPurpose = RENEWAL;
  const { sentences, safe } = words({ kind: 'closed' }, { purpose });
  expect(sentences.join(' ')).toContain('stays in the list');
  expect(safe).toBe('Nothing was changed.');
});

test('the VIN that was compared is mentioned, and one that could not be compared as well', () => {
  const connected = { kind: 'connected', ...brought() } as const;
  const said = (vinCheck: 'same' | 'not_readable' | null) =>
    words({ ...connected, vinCheck }).sentences.length;
  expect(said(null)).toBe(1);
  expect(said('same')).toBe(2);
  expect(said('not_readable')).toBe(2);
});
