import { expect, test, vi } from 'vitest';
import type { Application } from '../../contract/application.ts';
import { ExchangeError } from '../exchange/tokenExchange.ts';
import type { Secret } from '../secret.ts';
import { createApplicationSetup } from './applicationSetup.ts';

const TOLD = {
  clientId: '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42',
  redirectUris: ['https://fleet.example/done'],
  mode: 'live' as const,
  presets: [{ id: 'mileage', name: 'Mileage', permissions: ['read_odometer' as const] }],
};

function setUp(known: readonly string[] = [], needed: readonly string[] = []) {
  const kept = new Map<string, Secret>();
  const removed: string[] = [];
  const used: Application[] = [];
  const askBackend = vi.fn(async (_address: string, _token: Secret, _signal: AbortSignal) => TOLD);
  const setup = createApplicationSetup({
    vault: {
      save: async (account, secret) => {
        kept.set(account, secret);
        return 'keychain';
      },
      remove: async (account) => void removed.push(account),
    },
    expectedEntries: { has: (account) => known.includes(account) },
    askBackend,
    use: async (application) => void used.push(application),
    isNeeded: (account) => needed.includes(account),
  });
  return { setup, kept, removed, used, askBackend };
}

const FORM = { address: 'https://motorpool.example/', staffToken: 'staff-1' };

test('the client secret goes into the keychain, everything else into use', async () => {
  const { setup, kept, used } = setUp();
  await setup.saveApplication(
    {
      clientId: TOLD.clientId,
      clientSecret: 'the secret',
      redirectUris: 'https://fleet.example/done\nhttp://localhost:53682/callback',
      mode: 'live',
    },
    null,
  );
  expect(kept.get(`client-secret:${TOLD.clientId}`)?.reveal()).toBe('the secret');
  expect(used).toEqual([
    {
      kind: 'own',
      clientId: TOLD.clientId,
      redirectUris: ['https://fleet.example/done', 'http://localhost:53682/callback'],
      mode: 'live',
      exchange: { kind: 'local' },
    },
  ]);
  expect(JSON.stringify(used)).not.toContain('the secret');
});

test('a backend tells everything but the staff token, which is kept once it was accepted', async () => {
  const { setup, kept, used, askBackend } = setUp();
  expect(await setup.saveBackend(FORM, null)).toEqual({ ok: true, value: null });
  const [address, token] = askBackend.mock.calls[0] ?? [];
  expect([address, token?.reveal()]).toEqual(['https://motorpool.example', 'staff-1']);
  expect([...kept.values()].map((secret) => secret.reveal())).toEqual(['staff-1']);
  const { presets, ...rest } = TOLD;
  const exchange = { kind: 'backend', address: 'https://motorpool.example', presets };
  expect(used).toEqual([{ kind: 'own', ...rest, exchange }]);
});

test('a client secret that was kept here goes once a backend holds it', async () => {
  const account = `client-secret:${TOLD.clientId}`;
  const { setup, removed } = setUp([account]);
  await setup.saveBackend(FORM, null);
  expect(removed).toEqual([account]);
});

test('a client secret that another profile needs stays', async () => {
  const account = `client-secret:${TOLD.clientId}`;
  const { setup, removed } = setUp([account], [account]);
  await setup.saveBackend(FORM, null);
  expect(removed).toEqual([]);
});

test.each([
  ['unreachable', 'unreachable'],
  ['timed_out', 'timed_out'],
  ['staff_token_refused', 'staff_token_refused'],
  ['rate_limited', 'rate_limited'],
  ['unreadable_answer', 'not_a_backend'],
  ['refused', 'not_a_backend'],
  ['backend_cannot_reach_smartcar', 'failed'],
] as const)('a backend that fails with %s changes nothing', async (problem, failure) => {
  const { setup, kept, used, askBackend } = setUp();
  askBackend.mockRejectedValue(new ExchangeError(problem));
  expect(await setup.saveBackend(FORM, null)).toEqual({ ok: false, failure });
  expect([kept.size, used.length]).toEqual([0, 0]);
});
