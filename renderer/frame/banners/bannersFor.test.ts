import { expect, test } from 'vitest';
import type { PlanRefusal } from '../../../contract/budget.ts';
import type { QueueState } from '../../../contract/queue.ts';
import type { KeychainStatus } from '../../../contract/status.ts';
import { idleQueue } from '../../queue/testing/queue.ts';
import { bannersFor, type FleetFacts } from './bannersFor.ts';

const at = '2026-11-24T14:00:00.000Z';
const now = Date.parse(at);

const keychain: KeychainStatus = {
  state: 'available',
  backend: 'Secret Service',
  entries: 1,
  holdsSecretsInMemory: false,
};
const locked: KeychainStatus = { ...keychain, state: 'unavailable' };
const status = { keychain, notices: [] };
const fleet: FleetFacts = {
  isIncomplete: false,
  count: 80,
  reach: 'online',
  readAt: '2026-11-24T13:02:00.000Z',
  access: { ok: 80, reconnect: 0, tokens_unavailable: 0 },
  failing: { failed: 0, account: 0, car_state: 0 },
};
const queue = idleQueue(at);

function kinds(change: {
  readonly status?: Parameters<typeof bannersFor>[0];
  readonly fleet?: Partial<FleetFacts>;
  readonly queue?: Partial<QueueState>;
  readonly budget?: Partial<QueueState['budget']>;
  readonly problem?: Parameters<typeof bannersFor>[3];
}): readonly string[] {
  const budget = { ...queue.budget, ...change.budget };
  return bannersFor(
    change.status ?? status,
    { ...fleet, ...change.fleet },
    { ...queue, ...change.queue, budget },
    change.problem ?? null,
    now,
  ).map(({ kind }) => kind);
}
const refused = (code: PlanRefusal['code']): PlanRefusal => ({ code, since: at, vehicles: 3 });

test('says nothing when all is well', () => {
  expect(kinds({})).toEqual([]);
});

test('a locked keychain is told by what it costs', () => {
  const access = { ok: 79, reconnect: 0, tokens_unavailable: 1 };
  const inMemory = { ...locked, holdsSecretsInMemory: true };
  expect(kinds({ status: { keychain: locked, notices: [] } })).toEqual([]);
  expect(kinds({ status: { keychain: inMemory, notices: [] } })).toEqual(['keychain_memory']);
  expect(kinds({ status: { keychain: locked, notices: [] }, fleet: { access } })).toEqual([
    'keychain_tokens',
  ]);
  expect(kinds({ fleet: { access } })).toEqual([]);
});

test('offline names the time that the values reach up to', () => {
  expect(bannersFor(status, { ...fleet, reach: 'offline' }, queue, null, now)).toEqual([
    { kind: 'offline', until: fleet.readAt },
  ]);
});

test('the keychain comes first, the last problem last', () => {
  const mended = {
    keychain: { ...locked, holdsSecretsInMemory: true },
    notices: [{ id: '1', kind: 'not_written' } as const],
  };
  expect(kinds({ status: mended, fleet: { reach: 'offline' }, problem: 'unexpected' })).toEqual([
    'keychain_memory',
    'not_written',
    'offline',
    'problem',
  ]);
});

test('waiting for calls is a message only when it takes longer than ten minutes', () => {
  const waiting = { waiting: 40 };
  const soon = { calls: 0, nextAt: '2026-11-24T14:10:00.000Z', throttled: true };
  const later = { ...soon, nextAt: '2026-11-24T14:10:01.000Z' };
  expect(kinds({ queue: waiting, budget: soon })).toEqual([]);
  expect(kinds({ queue: waiting, budget: later })).toEqual(['no_calls']);
  expect(kinds({ queue: { waiting: 0 }, budget: later })).toEqual([]);
  expect(kinds({ queue: { ...waiting, paused: true }, budget: later })).toEqual([]);
});

test('each refusal of the plan is told, and so is a month that is used up', () => {
  expect(kinds({ budget: { plan: refused('ACCOUNT_SUSPENDED') } })).toEqual(['plan']);
  expect(kinds({ budget: { plan: refused('VEHICLE_REQUEST_LIMIT') } })).toEqual(['plan']);
  const month = { ...queue.budget.month, limitPerVehicle: 100, usedUp: 80 };
  expect(kinds({ budget: { month } })).toEqual(['plan']);
  expect(kinds({ budget: { month: { ...month, usedUp: 79 } } })).toEqual([]);
});

test('one cause is told once', () => {
  const everything = {
    queue: { waiting: 40 },
    budget: {
      calls: 0,
      nextAt: '2026-11-24T15:00:00.000Z',
      throttled: true,
      plan: refused('ACCOUNT_SUSPENDED'),
    },
  };
  expect(kinds(everything)).toEqual(['plan']);
  expect(kinds({ ...everything, fleet: { reach: 'offline' } })).toEqual(['offline']);
  const lacking = { ...everything.budget, plan: refused('INVALID_PLAN') };
  expect(kinds({ ...everything, budget: lacking })).toEqual(['plan', 'no_calls']);
});

test('a list that is not whole is told', () => {
  expect(kinds({ fleet: { isIncomplete: true } })).toEqual(['incomplete']);
});

test('vehicles that need their owners, and a cause that meets many, are told', () => {
  const access = { ok: 43, reconnect: 37, tokens_unavailable: 0 };
  const failing = { failed: 0, account: 0, car_state: 20 };
  expect(kinds({ fleet: { access, failing } })).toEqual(['reconnect', 'failing']);
});

test('a few vehicles that need their owners are left to the number above the table', () => {
  const access = { ok: 70, reconnect: 10, tokens_unavailable: 0 };
  expect(kinds({ fleet: { access } })).toEqual([]);
});
