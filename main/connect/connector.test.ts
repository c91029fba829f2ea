import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectOutcome, ConnectState, ExchangeProblem } from '../../contract/connect.ts';
import { ExchangeError, type TokenPair } from '../exchange/tokenExchange.ts';
import { Secret } from '../secret.ts';
import { ATTEMPT_LIFE_MS } from './attempt.ts';
import { createConnector } from './connector.ts';
import type { OpenConnectWindow, WindowAnswer } from './connectWindow.ts';

const TOKENS: TokenPair = {
  accessToken: new Secret('access'),
  refreshToken: new Secret('refresh'),
  expiresAt: 0,
  refreshExpiresAt: 0,
};

/** A window that answers what a test tells it to. */
function fakeWindow() {
  const opened: OpenConnectWindow[] = [];
  let answer: (answer: WindowAnswer) => void = () => undefined;
  const focus = vi.fn();
  return {
    opened,
    focus,
    answer: (value: WindowAnswer) => answer(value),
    open: (options: OpenConnectWindow) => {
      opened.push(options);
      const { promise, resolve } = Promise.withResolvers<WindowAnswer>();
      answer = resolve;
      return { answer: promise, focus, close: () => resolve({ kind: 'closed' as const }) };
    },
  };
}

function setUp() {
  const window = fakeWindow();
  const states: ConnectState[] = [];
  const exchange = vi.fn(async (_grant: { code: Secret; signal: AbortSignal }) => TOKENS);
  const adopted = {
    connectionId: 'c1',
    vehicleIds: ['v1'],
    vehiclesRead: true,
    keptInMemory: false,
  };
  const adopt = vi.fn(async (_tokens: TokenPair, _application: string, onVehicles: () => void) => {
    onVehicles();
    return adopted;
  });
  const lines: string[] = [];
  const connector = createConnector({
    permissions: [{ permission: 'read_vin', required: false }],
    title: 'Connect a car',
    openWindow: window.open,
    adopt,
    now: Date.now,
    random: (length) => new Uint8Array(length).fill(7),
    onChange: (state) => states.push(state),
    log: (event, fields) => lines.push(JSON.stringify({ event, ...fields })),
  });
  const target = {
    connectOrigin: 'https://connect.example',
    clientId: 'id',
    redirectUri: 'scid://connect',
    mode: 'simulated' as const,
    application: 'simulated',
    exchange: { exchange, refresh: async () => TOKENS },
  };
  const outcome = () =>
    vi.waitFor((): ConnectOutcome => {
      const state = connector.state();
      if (state.status !== 'finished') throw new Error(`still ${state.status}`);
      return state.outcome;
    });
  const code = (): WindowAnswer => ({
    kind: 'callback',
    callback: { kind: 'code', code: new Secret('the-code') },
  });
  return { window, states, exchange, adopt, connector, target, outcome, code, lines };
}

describe('an attempt', () => {
  test('runs from button to vehicles, phase by phase', async () => {
    const { connector, target, window, code, outcome, states, exchange, adopt } = setUp();
    expect(connector.start(target)).toEqual({ ok: true, value: null });
    window.answer(code());
    expect(await outcome()).toEqual({
      kind: 'connected',
      connectionId: 'c1',
      vehicleIds: ['v1'],
      vehiclesRead: true,
      keptInMemory: false,
    });
    const phases = states.map((state) => (state.status === 'running' ? state.phase : state.status));
    expect(phases).toEqual(['waiting', 'exchanging', 'saving', 'reading_vehicles', 'finished']);
    expect(exchange.mock.calls[0]?.[0]?.code.reveal()).toBe('the-code');
    expect(adopt.mock.calls[0]?.[1]).toBe('simulated');
  });

  test('has a fresh state of 256 bits that neither screen nor log sees', async () => {
    const { connector, target, window, code, outcome, states, lines } = setUp();
    connector.start(target);
    const state = window.opened[0]?.expected.state.reveal() ?? '';
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
    expect(window.opened[0]?.authorizeUrl.searchParams.get('state')).toBe(state);
    window.answer(code());
    await outcome();
    expect(JSON.stringify(states) + lines.join()).not.toContain(state);
    expect(JSON.stringify(states) + lines.join()).not.toContain('the-code');
  });

  test('stays the only one: a second start brings its window forward', () => {
    const { connector, target, window } = setUp();
    connector.start(target);
    expect(connector.start(target)).toEqual({ ok: false, failure: 'already_running' });
    expect(window.opened).toHaveLength(1);
    expect(window.focus).toHaveBeenCalledOnce();
  });

  test.each<[string, WindowAnswer, ConnectOutcome]>([
    ['closed window', { kind: 'closed' }, { kind: 'closed' }],
    [
      'page that does not load',
      { kind: 'page_failed', reason: 'ERR_NAME_NOT_RESOLVED' },
      { kind: 'page_failed', reason: 'ERR_NAME_NOT_RESOLVED' },
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
  ])('ends without an exchange after a %s', async (_name, answer, expected) => {
    const { connector, target, window, outcome, exchange } = setUp();
    connector.start(target);
    window.answer(answer);
    expect(await outcome()).toEqual(expected);
    expect(exchange).not.toHaveBeenCalled();
  });

  test('can be cancelled while the window is open', async () => {
    const { connector, target, outcome, exchange } = setUp();
    connector.start(target);
    connector.cancel();
    expect(await outcome()).toEqual({ kind: 'cancelled' });
    expect(exchange).not.toHaveBeenCalled();
  });

  test('can be cancelled while the token endpoint is slow', async () => {
    const { connector, target, window, code, outcome, exchange, adopt } = setUp();
    exchange.mockImplementation(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    connector.start(target);
    window.answer(code());
    await vi.waitFor(() => expect(exchange).toHaveBeenCalled());
    connector.cancel();
    expect(await outcome()).toEqual({ kind: 'cancelled' });
    expect(adopt).not.toHaveBeenCalled();
  });
});

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('an attempt that nobody finishes expires', async () => {
    const { connector, target } = setUp();
    connector.start(target);
    await vi.advanceTimersByTimeAsync(ATTEMPT_LIFE_MS - 1);
    expect(connector.state().status).toBe('running');
    await vi.advanceTimersByTimeAsync(1);
    expect(connector.state()).toMatchObject({ status: 'finished', outcome: { kind: 'expired' } });
  });

  test('a code can be tried again until it is too old', async () => {
    const { connector, target, window, code, exchange } = setUp();
    exchange.mockRejectedValue(new ExchangeError('unreachable'));
    connector.start(target);
    window.answer(code());
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
    const { connector, target, window, code, outcome, exchange } = setUp();
    exchange.mockRejectedValueOnce(new ExchangeError('unreachable'));
    connector.start(target);
    window.answer(code());
    expect(await outcome()).toMatchObject({ kind: 'exchange_failed', problem: 'unreachable' });
    expect(connector.retryExchange()).toEqual({ ok: true, value: null });
    expect(await outcome()).toMatchObject({ kind: 'connected' });
    expect(exchange.mock.calls[1]?.[0]?.code.reveal()).toBe('the-code');
    expect(window.opened).toHaveLength(1);
  });

  test.each<ExchangeProblem>(['invalid_grant', 'invalid_client', 'unauthorized_client', 'refused'])(
    'with %s is final',
    async (problem) => {
      const { connector, target, window, code, outcome, exchange } = setUp();
      exchange.mockRejectedValueOnce(new ExchangeError(problem));
      connector.start(target);
      window.answer(code());
      expect(await outcome()).toEqual({ kind: 'exchange_failed', problem, retryUntil: null });
      expect(connector.retryExchange()).toEqual({ ok: false, failure: 'nothing_to_retry' });
    },
  );

  test('put away is forgotten with its code', async () => {
    const { connector, target, window, code, outcome, exchange } = setUp();
    exchange.mockRejectedValueOnce(new ExchangeError('timed_out'));
    connector.start(target);
    window.answer(code());
    await outcome();
    connector.dismiss();
    expect(connector.state()).toEqual({ status: 'idle' });
    expect(connector.retryExchange()).toEqual({ ok: false, failure: 'nothing_to_retry' });
  });
});
