import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectOutcome, ConnectPurpose, ExchangeProblem } from '../../contract/connect.ts';
import { DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import { ExchangeError } from '../exchange/tokenExchange.ts';
import { CONNECT, codeAnswer, connectorSetUp } from '../testing/connect.ts';
import { ATTEMPT_LIFE_MS } from './attempt.ts';
import type { SurfaceAnswer } from './transport.ts';

const VIN = '0SCAUDI037A5ADB1C';
const ONE_VIN: ConnectPurpose = {
  kind: 'connect',
  options: { ...DEFAULT_CONNECT_OPTIONS, vehicle: { kind: 'vin', vin: VIN } },
};
const AGAIN: ConnectPurpose = { kind: 'reauthenticate', vehicleId: 'v1' };

function setUp() {
  const made = connectorSetUp();
  const { connector, target } = made;
  const start = (purpose: ConnectPurpose = CONNECT) =>
    connector.start(target, purpose, 'custom_scheme');
  return { ...made, start };
}

describe('an attempt', () => {
  test('runs from button to vehicles, phase by phase', async () => {
    const { start, transport, outcome, states, exchange, adopt, adopted } = setUp();
    expect(start()).toEqual({ ok: true, value: null });
    await transport.answer(codeAnswer());
    expect(await outcome()).toEqual({
      kind: 'connected',
      ...adopted,
      virtualKeyUrl: null,
      vinCheck: null,
    });
    const phases = states.map((state) => (state.status === 'running' ? state.phase : state.status));
    expect(phases).toEqual(['waiting', 'exchanging', 'saving', 'reading_vehicles', 'finished']);
    expect(exchange.mock.calls[0]?.[0]).toMatchObject({
      redirectUri: 'scid://connect',
      mode: 'simulated',
    });
    expect(exchange.mock.calls[0]?.[0].code.reveal()).toBe('the-code');
    expect(adopt.mock.calls[0]?.[0]).toMatchObject({
      target: { application: 'simulated' },
      extras: { userId: 'owner' },
      asked: DEFAULT_CONNECT_OPTIONS.permissions,
    });
  });

  test('has a fresh state of 256 bits that neither screen nor log sees', async () => {
    const { start, transport, outcome, states, lines } = setUp();
    start();
    await transport.answer(codeAnswer());
    await outcome();
    const state = transport.opened[0]?.expected.state.reveal() ?? '';
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
    expect(transport.opened[0]?.connectUrl.searchParams.get('state')).toBe(state);
    expect(JSON.stringify(states) + lines.join()).not.toContain(state);
    expect(JSON.stringify(states) + lines.join()).not.toContain('the-code');
    start();
    await vi.waitFor(() => expect(transport.opened).toHaveLength(2));
    expect(transport.opened[1]?.expected.state.reveal()).not.toBe(state);
  });

  test('stays the only one: a second start brings its window forward', async () => {
    const { start, transport } = setUp();
    start();
    await vi.waitFor(() => expect(transport.opened).toHaveLength(1));
    expect(start()).toEqual({ ok: false, failure: 'already_running' });
    expect(transport.opened).toHaveLength(1);
    expect(transport.focus).toHaveBeenCalledOnce();
  });

  test('with options that make no sense does not begin', () => {
    const { start, connector, transport } = setUp();
    const options = { ...DEFAULT_CONNECT_OPTIONS, permissions: [] };
    expect(start({ kind: 'connect', options })).toEqual({
      ok: false,
      failure: 'permissions_missing',
    });
    expect(connector.state()).toEqual({ status: 'idle' });
    expect(transport.prepared).toEqual([]);
  });

  test.each<[string, SurfaceAnswer, ConnectOutcome]>([
    ['closed window', { kind: 'closed' }, { kind: 'closed' }],
    [
      'page that ended',
      { kind: 'page_failed', reason: 'crashed' },
      { kind: 'page_failed', reason: 'crashed' },
    ],
    [
      'browser that did not open',
      { kind: 'transport_failed', problem: 'browser_not_opened' },
      { kind: 'transport_failed', problem: 'browser_not_opened', ports: [] },
    ],
    [
      'wrong state',
      { kind: 'callback', callback: { kind: 'wrong_state' } },
      { kind: 'state_mismatch' },
    ],
    [
      'answer with nothing in it',
      { kind: 'callback', callback: { kind: 'unusable' } },
      { kind: 'unusable_answer' },
    ],
    [
      'vehicle where a code was due',
      { kind: 'callback', callback: { kind: 'vehicle', vehicleId: 'v1' } },
      { kind: 'unusable_answer' },
    ],
  ])('ends without an exchange after a %s', async (_name, answer, expected) => {
    const { start, transport, outcome, exchange } = setUp();
    start();
    await transport.answer(answer);
    expect(await outcome()).toEqual(expected);
    expect(exchange).not.toHaveBeenCalled();
  });

  test('can be cancelled while the window is open', async () => {
    const { start, connector, transport, outcome, exchange } = setUp();
    start();
    await vi.waitFor(() => expect(transport.opened).toHaveLength(1));
    connector.cancel();
    expect(await outcome()).toEqual({ kind: 'cancelled' });
    expect(exchange).not.toHaveBeenCalled();
  });

  test('can be cancelled before the window is open, which it then never is', async () => {
    const { start, connector, transport, outcome } = setUp();
    start();
    connector.cancel();
    expect(await outcome()).toEqual({ kind: 'cancelled' });
    expect(transport.opened).toEqual([]);
    expect(transport.release).toHaveBeenCalledOnce();
  });

  test('can be cancelled while the token endpoint is slow', async () => {
    const { start, connector, transport, outcome, exchange, adopt } = setUp();
    exchange.mockImplementation(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    start();
    await transport.answer(codeAnswer());
    await vi.waitFor(() => expect(exchange).toHaveBeenCalled());
    connector.cancel();
    expect(await outcome()).toEqual({ kind: 'cancelled' });
    expect(adopt).not.toHaveBeenCalled();
  });

  test('goes on in the system browser under another state', async () => {
    const { start, connector, transport, outcome } = setUp();
    start();
    await transport.answer({ kind: 'use_browser' });
    await vi.waitFor(() => expect(transport.opened).toHaveLength(2));
    expect(transport.prepared).toEqual(['custom_scheme', 'system_browser']);
    const [first, second] = transport.opened.map(({ expected }) => expected.state.reveal());
    expect(second).not.toBe(first);
    expect(connector.state()).toMatchObject({ status: 'running', transport: 'system_browser' });
    expect(connector.link()?.reveal()).toBe(transport.opened[1]?.connectUrl.href);
    await transport.answer(codeAnswer());
    expect(await outcome()).toMatchObject({ kind: 'connected' });
    expect(connector.link()).toBeNull();
  });

  test('whose way back is blocked says so, with the ports', async () => {
    const { start, transport, outcome } = setUp();
    transport.fail({ problem: 'ports_taken', ports: [53682, 53683] });
    start();
    expect(await outcome()).toEqual({
      kind: 'transport_failed',
      problem: 'ports_taken',
      ports: [53682, 53683],
    });
  });
});

describe('a link from the system', () => {
  test('is refused where nobody waits for it', () => {
    expect(setUp().connector.receiveLink('scid://connect?code=c')).toBe(false);
  });

  test('goes to the attempt that runs', async () => {
    const { start, connector, transport } = setUp();
    start();
    await vi.waitFor(() => expect(transport.opened).toHaveLength(1));
    transport.receiveLink.mockReturnValueOnce(true);
    expect(connector.receiveLink('scid://connect?x')).toBe(true);
    expect(transport.receiveLink).toHaveBeenCalledWith('scid://connect?x');
  });
});

describe('one car only', () => {
  const told = (vin: string | null) => ({ vin, make: 'AUDI', model: 'A3', year: '2021' });

  test('the right one is kept', async () => {
    const { start, transport, inspect, outcome, states } = setUp();
    inspect.mockResolvedValue([told(VIN.toLowerCase())]);
    start(ONE_VIN);
    await transport.answer(codeAnswer());
    expect(await outcome()).toMatchObject({ kind: 'connected', vinCheck: 'same' });
    expect(states).toContainEqual(expect.objectContaining({ phase: 'checking_vehicle' }));
  });

  test.each([[null], [[]], [[told(null)]]])(
    'one that does not say is kept, and that is told (%j)',
    async (found) => {
      const { start, transport, inspect, outcome } = setUp();
      inspect.mockResolvedValue(found);
      start(ONE_VIN);
      await transport.answer(codeAnswer());
      expect(await outcome()).toMatchObject({ kind: 'connected', vinCheck: 'not_readable' });
    },
  );

  test('a wrong one is not kept until somebody says so', async () => {
    const { start, connector, transport, inspect, outcome, adopt, discard } = setUp();
    inspect.mockResolvedValue([told('OTHER')]);
    start(ONE_VIN);
    await transport.answer(codeAnswer());
    expect(await outcome()).toEqual({
      kind: 'wrong_vehicle',
      expectedVin: VIN,
      found: [told('OTHER')],
    });
    expect(adopt).not.toHaveBeenCalled();
    expect(connector.keepVehicle()).toEqual({ ok: true, value: null });
    await vi.waitFor(async () => expect(await outcome()).toMatchObject({ kind: 'connected' }));
    expect(connector.keepVehicle()).toEqual({ ok: false, failure: 'nothing_to_keep' });
    connector.dismiss();
    await connector.idle();
    expect(discard).not.toHaveBeenCalled();
  });

  test('a wrong one that nobody wants loses its access again, also at the next start', async () => {
    for (const letGo of ['dismiss', 'start'] as const) {
      const { start, connector, transport, inspect, outcome, discard } = setUp();
      inspect.mockResolvedValue([told('OTHER')]);
      start(ONE_VIN);
      await transport.answer(codeAnswer());
      await outcome();
      if (letGo === 'dismiss') connector.dismiss();
      else start();
      await vi.waitFor(() => expect(discard).toHaveBeenCalledOnce());
      expect(connector.keepVehicle()).toEqual({ ok: false, failure: 'nothing_to_keep' });
    }
  });
});

describe('permissions', () => {
  const grants = (state: 'granted' | 'declined') => [
    { vehicleId: 'v1', permissions: [{ permission: 'read_vin' as const, required: false, state }] },
  ];

  test.each([
    ['granted', 'connected'],
    ['declined', 'partial_grant'],
  ] as const)('that were %s make it %s', async (state, kind) => {
    const { start, transport, outcome, adopt, adopted } = setUp();
    adopt.mockResolvedValue({ ...adopted, grants: grants(state) });
    start();
    await transport.answer(codeAnswer('c', 'https://key.example/'));
    expect(await outcome()).toMatchObject({ kind, virtualKeyUrl: 'https://key.example/' });
  });

  const incompatible = (vin: string | null): SurfaceAnswer => ({
    kind: 'callback',
    callback: {
      kind: 'error',
      error: {
        error: 'vehicle_incompatible',
        statusCode: null,
        errorMessage: null,
        vin,
        make: null,
        model: null,
        year: null,
      },
    },
  });
  const capability = (capable: boolean) => ({ permission: 'read_vehicle_info', capable });

  test('that a refused car cannot give are found out where its VIN is known', async () => {
    const { start, transport, outcome, compatibility } = setUp();
    compatibility.mockResolvedValue({
      compatible: true,
      reason: null,
      capabilities: [capability(false)],
    });
    start();
    await transport.answer(incompatible(VIN));
    expect(await outcome()).toMatchObject({ failing: ['read_vehicle_info'] });
  });

  test('stay unknown without a VIN, without an answer, or where the car could', async () => {
    const { start, transport, outcome, connector, compatibility } = setUp();
    start();
    await transport.answer(incompatible(null));
    expect(await outcome()).toMatchObject({ kind: 'vehicle_incompatible', failing: null });
    expect(compatibility).not.toHaveBeenCalled();
    for (const answer of ['error', 'capable'] as const) {
      connector.dismiss();
      if (answer === 'error') compatibility.mockRejectedValueOnce(new ExchangeError('refused'));
      else {
        compatibility.mockResolvedValueOnce({
          compatible: true,
          reason: null,
          capabilities: [capability(false), capability(true)],
        });
      }
      const count = transport.opened.length;
      start();
      await vi.waitFor(() => expect(transport.opened).toHaveLength(count + 1));
      await transport.answer(incompatible(VIN));
      expect(await outcome()).toMatchObject({ failing: null });
    }
  });
});

describe('a re-authentication', () => {
  test('ends with the vehicle that can be read again', async () => {
    const { connector, target, transport, outcome, reauthenticated, exchange } = setUp();
    const url = 'https://connect.example/oauth/reauthenticate?hint=x';
    connector.start(target, AGAIN, 'custom_scheme', url);
    await transport.answer({ kind: 'callback', callback: { kind: 'vehicle', vehicleId: 'v1' } });
    expect(await outcome()).toEqual({ kind: 'reauthenticated', vehicleId: 'v1' });
    expect(reauthenticated).toHaveBeenCalledWith('v1');
    expect(exchange).not.toHaveBeenCalled();
    const [opened] = transport.opened;
    expect(opened?.expected.answer).toBe('vehicle_id');
    expect(opened?.connectUrl.pathname).toBe('/oauth/reauthenticate');
    expect(opened?.connectUrl.searchParams.get('hint')).toBe('x');
  });

  test('of another vehicle than the one in hand is not believed', async () => {
    const { start, transport, outcome, reauthenticated } = setUp();
    start(AGAIN);
    await transport.answer({ kind: 'callback', callback: { kind: 'vehicle', vehicleId: 'v2' } });
    expect(await outcome()).toEqual({ kind: 'unusable_answer' });
    expect(reauthenticated).not.toHaveBeenCalled();
  });
});

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('an attempt that nobody finishes times out', async () => {
    const { start, connector } = setUp();
    start();
    await vi.advanceTimersByTimeAsync(ATTEMPT_LIFE_MS - 1);
    expect(connector.state().status).toBe('running');
    await vi.advanceTimersByTimeAsync(1);
    expect(connector.state()).toMatchObject({ status: 'finished', outcome: { kind: 'timed_out' } });
  });

  test('an answer that comes after its time, as after a sleep, is not exchanged', async () => {
    const { start, connector, transport, exchange } = setUp();
    start();
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() + ATTEMPT_LIFE_MS + 1);
    await transport.answer(codeAnswer());
    await vi.advanceTimersByTimeAsync(0);
    expect(connector.state()).toMatchObject({ status: 'finished', outcome: { kind: 'expired' } });
    expect(exchange).not.toHaveBeenCalled();
  });

  test('a code can be tried again until it is too old', async () => {
    const { start, connector, transport, exchange } = setUp();
    exchange.mockRejectedValue(new ExchangeError('unreachable'));
    start();
    await vi.advanceTimersByTimeAsync(0);
    await transport.answer(codeAnswer());
    await vi.advanceTimersByTimeAsync(0);
    const state = connector.state();
    if (state.status !== 'finished' || state.outcome.kind !== 'exchange_failed') {
      throw new Error('expected a failed exchange');
    }
    const until = Date.parse(state.outcome.retryUntil ?? '');
    await vi.advanceTimersByTimeAsync(until - Date.now());
    expect(connector.retryExchange()).toEqual({ ok: false, failure: 'nothing_to_retry' });
  });
});

describe('a failed exchange', () => {
  test('that passes is tried again with the same code', async () => {
    const { start, connector, transport, outcome, exchange } = setUp();
    exchange.mockRejectedValueOnce(new ExchangeError('unreachable'));
    start();
    await transport.answer(codeAnswer());
    expect(await outcome()).toMatchObject({ kind: 'exchange_failed', problem: 'unreachable' });
    expect(connector.retryExchange()).toEqual({ ok: true, value: null });
    expect(await outcome()).toMatchObject({ kind: 'connected' });
    expect(exchange.mock.calls[1]?.[0]?.code.reveal()).toBe('the-code');
    expect(transport.opened).toHaveLength(1);
  });

  test.each<ExchangeProblem>(['invalid_grant', 'invalid_client', 'unauthorized_client', 'refused'])(
    'with %s is final',
    async (problem) => {
      const { start, connector, transport, outcome, exchange } = setUp();
      exchange.mockRejectedValueOnce(new ExchangeError(problem, 'as_sent'));
      start();
      await transport.answer(codeAnswer());
      expect(await outcome()).toEqual({
        kind: 'exchange_failed',
        problem,
        oauthError: 'as_sent',
        retryUntil: null,
      });
      expect(connector.retryExchange()).toEqual({ ok: false, failure: 'nothing_to_retry' });
    },
  );

  test('put away is forgotten with its code', async () => {
    const { start, connector, transport, outcome, exchange } = setUp();
    exchange.mockRejectedValueOnce(new ExchangeError('timed_out'));
    start();
    await transport.answer(codeAnswer());
    await outcome();
    connector.dismiss();
    expect(connector.state()).toEqual({ status: 'idle' });
    expect(connector.retryExchange()).toEqual({ ok: false, failure: 'nothing_to_retry' });
  });
});
