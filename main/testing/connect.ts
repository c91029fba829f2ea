import { vi } from 'vitest';
import type { ConnectOutcome, ConnectState, ToldVehicle } from '../../contract/connect.ts';
import { DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import { createConnector } from '../connect/connector.ts';
import type { Adopted, ConnectTarget, Grant } from '../connect/target.ts';
import type {
  ConnectSurface,
  OpenSurface,
  PrepareTransport,
  SurfaceAnswer,
  TransportFailure,
} from '../connect/transport.ts';
import type { CodeGrant, Compatibility, TokenPair } from '../exchange/tokenExchange.ts';
import { Secret } from '../secret.ts';

export const TOKENS: TokenPair = {
  accessToken: new Secret('access'),
  refreshToken: new Secret('refresh'),
  expiresAt: 0,
  refreshExpiresAt: 0,
};

export const CONNECT = { kind: 'connect', options: DEFAULT_CONNECT_OPTIONS } as const;

/** The answer of a driver who agreed. */
export function codeAnswer(code = 'the-code', virtualKeyUrl: string | null = null): SurfaceAnswer {
  const extras = { userId: 'owner', externalId: null, virtualKeyUrl };
  return { kind: 'callback', callback: { kind: 'code', code: new Secret(code), extras } };
}

/** A way back that answers what a test tells it to. */
function fakeTransport() {
  const prepared: string[] = [];
  const opened: OpenSurface[] = [];
  const focus = vi.fn();
  const release = vi.fn();
  const receiveLink = vi.fn((_address: string) => false);
  let answer: (answer: SurfaceAnswer) => void = () => undefined;
  let failure: TransportFailure | null = null;

  const prepare: PrepareTransport = async (transport, redirectUris) => {
    prepared.push(transport);
    if (failure) return { ok: false, failure };
    const open = (request: OpenSurface): ConnectSurface => {
      opened.push(request);
      const { promise, resolve } = Promise.withResolvers<SurfaceAnswer>();
      answer = resolve;
      return { answer: promise, focus, close: () => resolve({ kind: 'closed' }), receiveLink };
    };
    return { ok: true, prepared: { redirectUri: redirectUris[0] ?? '', open, release } };
  };
  return {
    prepare,
    prepared,
    opened,
    focus,
    release,
    receiveLink,
    fail: (next: TransportFailure) => {
      failure = next;
    },
    /** Answers the surface that is open, waiting for it to be opened first. */
    async answer(value: SurfaceAnswer): Promise<void> {
      const count = opened.length;
      await vi.waitFor(() => {
        if (opened.length === 0) throw new Error(`${count} surfaces are open`);
      });
      answer(value);
    },
  };
}

/** A connector with everything around it replaced by what a test decides. */
export function connectorSetUp() {
  const transport = fakeTransport();
  const states: ConnectState[] = [];
  const lines: string[] = [];
  const exchange = vi.fn(async (_grant: CodeGrant) => TOKENS);
  const compatibility = vi.fn(
    async (): Promise<Compatibility> => ({ compatible: true, reason: null, capabilities: [] }),
  );
  const adopted: Adopted = {
    connectionId: 'c1',
    vehicleIds: ['v1'],
    vehiclesRead: true,
    keptInMemory: false,
    grants: [],
  };
  const adopt = vi.fn(async (_grant: Grant, onVehicles: () => void): Promise<Adopted> => {
    onVehicles();
    return adopted;
  });
  const inspect = vi.fn(async (_grant: Grant): Promise<readonly ToldVehicle[] | null> => null);
  const discard = vi.fn(async (_grant: Grant) => undefined);
  const reauthenticated = vi.fn((_vehicleId: string) => undefined);
  const connectorWith = (prepare: PrepareTransport) =>
    createConnector({
      prepare,
      after: { adopt, inspect, discard, reauthenticated },
      now: Date.now,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      onChange: (state) => states.push(state),
      log: (event, fields) => lines.push(JSON.stringify({ event, ...fields })),
    });
  const connector = connectorWith(transport.prepare);
  const target: ConnectTarget = {
    connectOrigin: 'https://connect.example',
    clientId: 'id',
    redirectUris: ['scid://connect'],
    mode: 'simulated',
    application: 'simulated',
    exchange: {
      exchange,
      refresh: async () => TOKENS,
      compatibility,
      compatibleModels: async () => [],
    },
  };
  const outcome = () =>
    vi.waitFor((): ConnectOutcome => {
      const state = connector.state();
      if (state.status !== 'finished') throw new Error(`still ${state.status}`);
      return state.outcome;
    });
  return {
    connector,
    /** Another connector with the same surroundings and this way back. */
    connectorWith,
    target,
    transport,
    states,
    lines,
    exchange,
    compatibility,
    adopted,
    adopt,
    inspect,
    discard,
    reauthenticated,
    outcome,
  };
}
