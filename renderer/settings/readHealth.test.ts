import { expect, test } from 'vitest';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import type { QueueState } from '../../contract/queue.ts';
import { DEFAULT_NIGHT } from '../../contract/refreshRules.ts';
import type { FleetFacts } from '../frame/banners/bannersFor.ts';
import { idleQueue } from '../queue/testing/queue.ts';
import { readHealth } from './readHealth.ts';

const NOW = Date.UTC(2026, 10, 25, 12);

const QUEUE = idleQueue(new Date(NOW).toISOString());

const FLEET: FleetFacts = {
  count: 3,
  isIncomplete: false,
  reach: 'online',
  readAt: null,
  access: { ok: 3, reconnect: 0, tokens_unavailable: 0 },
  failing: { failed: 0, account: 0, car_state: 0 },
};

const STATUS = {
  budget: DEFAULT_BUDGET,
  notices: [],
  keychain: { state: 'available', backend: 'x', entries: 1, holdsSecretsInMemory: false },
} as const;

const kindOf = (
  status: Partial<typeof STATUS> | object,
  fleet: Partial<FleetFacts> = {},
  queue: Partial<QueueState> = {},
) => readHealth({ ...STATUS, ...status }, { ...FLEET, ...fleet }, { ...QUEUE, ...queue }, NOW).kind;

test('what is fine', () => {
  expect(kindOf({})).toBe('works');
  const onlyAsked = { ...DEFAULT_BUDGET, refreshEveryHours: null };
  expect(kindOf({ budget: onlyAsked })).toBe('only_asked');
  expect(kindOf({ budget: { ...onlyAsked, nightHours: DEFAULT_NIGHT } })).toBe('works');
  expect(kindOf({}, { count: 0 })).toBe('no_vehicles');
});

test('each cause is named', () => {
  expect(kindOf({ notices: [{ id: '1', kind: 'sandbox_failed' }] })).toBe('sandbox');
  expect(kindOf({}, {}, { paused: true })).toBe('paused');
  expect(kindOf({}, {}, { hasSecret: false })).toBe('no_secret');
  expect(kindOf({}, { reach: 'offline' })).toBe('offline');
  expect(kindOf({}, { access: { ok: 0, reconnect: 3, tokens_unavailable: 0 } })).toBe('owners');
  expect(
    kindOf(
      { keychain: { ...STATUS.keychain, state: 'unavailable' } },
      { access: { ok: 2, reconnect: 0, tokens_unavailable: 1 } },
    ),
  ).toBe('keychain');
  const nextAt = new Date(NOW + 3_600_000).toISOString();
  const budget = { ...QUEUE.budget, calls: 0, nextAt };
  expect(kindOf({}, {}, { waiting: 3, budget })).toBe('no_calls');
  const plan = { code: 'ACCOUNT_SUSPENDED', since: nextAt, vehicles: 3 } as const;
  expect(kindOf({}, {}, { budget: { ...budget, plan } })).toBe('plan');
});
