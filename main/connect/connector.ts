import type { ConnectOutcome, ConnectPhase, ConnectState } from '../../contract/connect.ts';
import type { Result } from '../../contract/result.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from '../exchange/tokenExchange.ts';
import type { Secret } from '../secret.ts';
import { type Attempt, createAttempt, type RandomBytes } from './attempt.ts';
import { type AuthorizeRequest, authorizeUrl, type RequestedPermission } from './authorizeUrl.ts';
import type { ConnectWindow, OpenConnectWindow } from './connectWindow.ts';
import { callbackOutcome } from './outcomes.ts';

/** Smartcar keeps a code for ten minutes; a little less leaves time for the call itself. */
const CODE_LIFE_MS = 9.5 * 60_000;

/** What Connect is opened with for the application in use. */
export interface ConnectTarget
  extends Pick<AuthorizeRequest, 'connectOrigin' | 'clientId' | 'redirectUri' | 'mode'> {
  readonly exchange: TokenExchange;
  /** Which application's connection this will be; see `applicationKey`. */
  readonly application: string;
}

/** What became of the tokens of a successful attempt. */
export interface Adopted {
  readonly connectionId: string;
  readonly vehicleIds: readonly string[];
  readonly vehiclesRead: boolean;
  readonly keptInMemory: boolean;
}

export interface ConnectorOptions {
  readonly permissions: readonly RequestedPermission[];
  readonly title: string;
  readonly openWindow: (options: OpenConnectWindow) => ConnectWindow;
  /** Keeps the tokens, then takes in the vehicles; says when it turns from one to the other. */
  readonly adopt: (
    tokens: TokenPair,
    application: string,
    onVehicles: () => void,
  ) => Promise<Adopted>;
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly onChange: (state: ConnectState) => void;
  readonly log: (event: string, fields: Record<string, string>) => void;
}

/** Runs attempts, one at a time, from button to outcome. */
export interface Connector {
  state(): ConnectState;
  start(target: ConnectTarget): Result<null, 'already_running'>;
  focus(): void;
  cancel(): void;
  retryExchange(): Result<null, 'nothing_to_retry'>;
  /** Puts the outcome away. */
  dismiss(): void;
  /** Resolves when no attempt is at work. */
  idle(): Promise<void>;
}

/** A code whose exchange failed for a passing reason, kept in memory while it is valid. */
interface KeptCode {
  readonly attempt: Attempt;
  readonly target: ConnectTarget;
  readonly code: Secret;
  readonly until: number;
}

function isPassing(error: ExchangeError): boolean {
  switch (error.problem) {
    case 'unreachable':
    case 'timed_out':
    case 'unreadable_answer':
    case 'secret_unavailable':
      return true;
    case 'invalid_client':
    case 'invalid_grant':
    case 'unauthorized_client':
    case 'refused':
      return false;
  }
}

export function createConnector(options: ConnectorOptions): Connector {
  const { now, onChange, log } = options;
  let state: ConnectState = { status: 'idle' };
  let kept: KeptCode | null = null;
  let window: ConnectWindow | null = null;
  /** Aborted by Cancel; a new one for each attempt and each retry. */
  let running: AbortController | null = null;
  let atWork: Promise<void> = Promise.resolve();

  function change(next: ConnectState): void {
    state = next;
    onChange(next);
  }

  function enter(attempt: Attempt, phase: ConnectPhase): void {
    log('connect.phase', { attempt: attempt.code, phase });
    change({
      status: 'running',
      phase,
      code: attempt.code,
      startedAt: new Date(attempt.startedAt).toISOString(),
      expiresAt: new Date(attempt.expiresAt).toISOString(),
    });
  }

  function finish(attempt: Attempt, outcome: ConnectOutcome): void {
    log('connect.outcome', { attempt: attempt.code, outcome: outcome.kind });
    running = null;
    window = null;
    change({ status: 'finished', code: attempt.code, outcome });
  }

  /** Opens the window and waits until it answers, is closed, is cancelled or the time is up. */
  async function ask(
    attempt: Attempt,
    target: ConnectTarget,
    signal: AbortSignal,
  ): Promise<ConnectOutcome | { readonly kind: 'code'; readonly code: Secret }> {
    const url = authorizeUrl({ ...target, permissions: options.permissions, state: attempt.state });
    const opened = options.openWindow({
      authorizeUrl: url,
      expected: { redirectUri: attempt.redirectUri, state: attempt.state },
      title: options.title,
      onRefused: (what) => log('connect.refused', { attempt: attempt.code, what }),
    });
    window = opened;
    let expired = false;
    const timer = setTimeout(() => {
      expired = true;
      opened.close();
    }, attempt.expiresAt - now());
    signal.addEventListener('abort', () => opened.close(), { once: true });

    const answer = await opened.answer;
    clearTimeout(timer);
    window = null;
    if (answer.kind === 'closed') {
      if (signal.aborted) return { kind: 'cancelled' };
      return { kind: expired ? 'expired' : 'closed' };
    }
    if (answer.kind === 'page_failed') return answer;
    if (now() > attempt.expiresAt) return { kind: 'expired' };
    return answer.callback.kind === 'code' ? answer.callback : callbackOutcome(answer.callback);
  }

  async function exchange(held: KeptCode, signal: AbortSignal): Promise<ConnectOutcome> {
    const { attempt, target, code } = held;
    enter(attempt, 'exchanging');
    let tokens: TokenPair;
    try {
      const { redirectUri } = attempt;
      tokens = await target.exchange.exchange({ code, redirectUri, signal });
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled' };
      if (!(error instanceof ExchangeError)) throw error;
      const retry = isPassing(error) && held.until > now();
      kept = retry ? held : null;
      const retryUntil = retry ? new Date(held.until).toISOString() : null;
      return { kind: 'exchange_failed', problem: error.problem, retryUntil };
    }
    // Tokens exist from here on: they are kept, and Cancel comes too late.
    kept = null;
    running = null;
    enter(attempt, 'saving');
    const adopted = await options.adopt(tokens, target.application, () =>
      enter(attempt, 'reading_vehicles'),
    );
    return { kind: 'connected', ...adopted };
  }

  async function run(attempt: Attempt, target: ConnectTarget): Promise<void> {
    const controller = new AbortController();
    running = controller;
    kept = null;
    enter(attempt, 'waiting');
    const answer = await ask(attempt, target, controller.signal);
    if (answer.kind !== 'code') {
      finish(attempt, answer);
      return;
    }
    const held = { attempt, target, code: answer.code, until: now() + CODE_LIFE_MS };
    finish(attempt, await exchange(held, controller.signal));
  }

  /** An error that nobody foresaw must not leave an attempt that runs for ever. */
  function carryOut(work: Promise<void>): void {
    atWork = work.catch((error: unknown) => {
      running = null;
      window = null;
      change({ status: 'idle' });
      throw error;
    });
  }

  return {
    state: () => state,

    start(target) {
      if (state.status === 'running') {
        window?.focus();
        return { ok: false, failure: 'already_running' };
      }
      carryOut(run(createAttempt(target.redirectUri, now(), options.random), target));
      return { ok: true, value: null };
    },

    idle: () => atWork,
    focus: () => window?.focus(),
    cancel: () => running?.abort(),

    retryExchange() {
      const held = kept;
      if (state.status === 'running' || !held || held.until <= now()) {
        return { ok: false, failure: 'nothing_to_retry' };
      }
      running = new AbortController();
      carryOut(exchange(held, running.signal).then((outcome) => finish(held.attempt, outcome)));
      return { ok: true, value: null };
    },

    dismiss() {
      if (state.status !== 'finished') return;
      kept = null;
      change({ status: 'idle' });
    },
  };
}
