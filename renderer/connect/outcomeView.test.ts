import { expect, test } from 'vitest';
import type { ConnectOutcome, ExchangeProblem } from '../../contract/connect.ts';
import { outcomeView, withVehicles } from './outcomeView.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const LATER = '2026-11-24T12:05:00Z';
const EARLIER = '2026-11-24T11:59:00Z';

const failed = (problem: ExchangeProblem, retryUntil: string | null) =>
  outcomeView({ kind: 'exchange_failed', problem, retryUntil }, NOW);

test('a code that still lives is tried again before the driver is asked', () => {
  expect(failed('unreachable', LATER).action).toBe('retry_exchange');
  expect(failed('unreachable', EARLIER).action).toBe('connect_again');
  expect(failed('unreachable', null).action).toBe('connect_again');
});

test("the application's own faults lead to where they are mended", () => {
  expect(failed('invalid_client', null)).toMatchObject({
    action: 'open_setup',
    otherAction: 'connect_again',
  });
  expect(failed('secret_unavailable', LATER)).toMatchObject({
    action: 'open_setup',
    otherAction: 'retry_exchange',
  });
  expect(failed('unauthorized_client', null).action).toBe('open_dashboard');
});

const connected: ConnectOutcome = {
  kind: 'connected',
  connectionId: 'c',
  vehicleIds: ['a'],
  vehiclesRead: true,
  keptInMemory: false,
};

test('success is plain only where the sign-in is stored and the vehicles are known', () => {
  expect(outcomeView(connected, NOW)).toMatchObject({ tone: 'fine', action: 'show_vehicle' });
  expect(outcomeView({ ...connected, keptInMemory: true }, NOW).tone).toBe('attention');
  expect(outcomeView({ ...connected, vehiclesRead: false, vehicleIds: [] }, NOW)).toMatchObject({
    tone: 'attention',
    action: 'read_vehicles',
  });
});

test('vehicles that come later complete a connection that lacked them', () => {
  const unread = { ...connected, vehiclesRead: false, vehicleIds: [] };
  const others = [{ id: 'x', connectionId: 'other' }];
  expect(withVehicles(unread, others)).toBe(unread);
  expect(withVehicles(unread, [...others, { id: 'a', connectionId: 'c' }])).toEqual(connected);
});

test('what Smartcar said about a refused car is shown, what it kept to itself is not', () => {
  const vehicle = { vin: null, make: 'AUDI', model: 'A3', year: null };
  expect(outcomeView({ kind: 'vehicle_incompatible', vehicle }, NOW).facts).toEqual([
    { name: 'car', text: 'AUDI A3' },
  ]);
});

test('a driver who says no is no fault', () => {
  expect(outcomeView({ kind: 'access_denied' }, NOW)).toMatchObject({
    tone: 'attention',
    action: 'ask_again',
  });
});
