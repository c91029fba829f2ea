import type {
  ConnectOutcome,
  ConnectPhase,
  ConnectPurpose,
  ConnectState,
} from '../../contract/connect.ts';
import type { ConnectOptionsProblem } from '../../contract/connectOptions.ts';
import type { Result } from '../../contract/result.ts';
import type { Transport } from '../../contract/transport.ts';
import { Secret } from '../secret.ts';
import { type Attempt, createAttempt, type RandomBytes } from './attempt.ts';
import { connectAddress, optionsProblem, type Run } from './connectAddress.ts';
import { failingPermissions } from './failingPermissions.ts';
import { callbackOutcome } from './outcomes.ts';
import { createSettlement, type Held } from './settlement.ts';
import { type Asked, askSurface } from './surface.ts';
import type { AfterConnect, ConnectTarget } from './target.ts';
import type { ConnectSurface, PrepareTransport } from './transport.ts';

export interface ConnectorOptions {
  readonly prepare: PrepareTransport;
  readonly after: AfterConnect;
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly onChange: (state: ConnectState) => void;
  readonly log: (event: string, fields: Record<string, string>) => void;
}

/** Runs attempts, one at a time, from button to outcome. */
export interface Connector {
  state(): ConnectState;
  /** `resolutionUrl` is the API error's, where a re-authentication begins with one. */
  start(
    target: ConnectTarget,
    purpose: ConnectPurpose,
    transport: Transport,
    resolutionUrl?: string | null,
  ): Result<null, 'already_running' | ConnectOptionsProblem>;
  focus(): void;
  cancel(): void;
  /** The address of the attempt that runs in the system browser; it carries `state`. */
  link(): Secret | null;
  /** Takes a link of the custom scheme from the system. Answers whether an attempt waited for it. */
  receiveLink(address: string): boolean;
  retryExchange(): Result<null, 'nothing_to_retry'>;
  /** Keeps the car of a `wrong_vehicle` outcome. */
  keepVehicle(): Result<null, 'nothing_to_keep'>;
  /** Puts the outcome away, and with it what was waiting for a decision. */
  dismiss(): void;
  /** Resolves when no attempt is at work. */
  idle(): Promise<void>;
}

export function createConnector(options: ConnectorOptions): Connector {
  const { now, onChange, log } = options;
  let state: ConnectState = { status: 'idle' };
  let surface: ConnectSurface | null = null;
  let link: Secret | null = null;
  /** Aborted by Cancel; a new one for each attempt and each retry. */
  let running: AbortController | null = null;
  let atWork: Promise<void> = Promise.resolve();

  function change(next: ConnectState): void {
    state = next;
    onChange(next);
  }

  function enter({ attempt, purpose, transport }: Run, phase: ConnectPhase): void {
    log('connect.phase', { attempt: attempt.code, phase });
    change({
      status: 'running',
      phase,
      code: attempt.code,
      purpose,
      transport,
      startedAt: new Date(attempt.startedAt).toISOString(),
      expiresAt: new Date(attempt.expiresAt).toISOString(),
    });
  }

  function finish({ attempt, purpose, transport }: Run, outcome: ConnectOutcome): void {
    log('connect.outcome', { attempt: attempt.code, outcome: outcome.kind });
    running = null;
    const finishedAt = new Date(now()).toISOString();
    change({ status: 'finished', code: attempt.code, purpose, transport, outcome, finishedAt });
  }

  const settlement = createSettlement({
    after: options.after,
    now,
    enter,
    // Tokens exist from here on: they are kept, and Cancel comes too late.
    onTokens: () => {
      running = null;
    },
  });

  /** Opens a window or the browser, and waits until it answers or the time is up. */
  async function ask(run: Run, signal: AbortSignal): Promise<Asked> {
    const { attempt, target, transport } = run;
    const ready = await options.prepare(transport, target.redirectUris);
    if (!ready.ok) return { kind: 'transport_failed', ...ready.failure };
    const { prepared } = ready;
    if (signal.aborted) {
      prepared.release();
      return { kind: 'cancelled' };
    }
    const { redirectUri } = prepared;
    const connectUrl = connectAddress(run, redirectUri);
    if (transport === 'system_browser') link = new Secret(connectUrl.href);
    surface = prepared.open({
      connectUrl,
      expected: {
        redirectUri,
        state: attempt.state,
        answer: run.purpose.kind === 'connect' ? 'code' : 'vehicle_id',
      },
      onRefused: (what) => log('connect.refused', { attempt: attempt.code, what }),
    });
    try {
      return await askSurface(surface, { ...run, redirectUri }, signal, now);
    } finally {
      surface = null;
      link = null;
    }
  }

  /** A refused car is looked up, so that the next try can leave out just what it cannot give. */
  async function refusal(run: Run, outcome: ConnectOutcome): Promise<ConnectOutcome> {
    if (outcome.kind !== 'vehicle_incompatible' || run.purpose.kind !== 'connect') return outcome;
    const { vehicle } = outcome;
    const { exchange } = run.target;
    return {
      ...outcome,
      failing: await failingPermissions(exchange, vehicle.vin, run.purpose.options),
    };
  }

  async function outcomeOf(run: Run, asked: Asked, signal: AbortSignal): Promise<ConnectOutcome> {
    if (asked.kind !== 'callback') {
      return asked.kind === 'use_browser' ? { kind: 'closed' } : asked;
    }
    const { callback, redirectUri } = asked;
    switch (callback.kind) {
      case 'code': {
        const { code, extras } = callback;
        return settlement.exchange({ ...run, redirectUri, code, extras }, signal);
      }
      case 'vehicle': {
        const { purpose } = run;
        const isOurs =
          purpose.kind === 'reauthenticate' && purpose.vehicleId === callback.vehicleId;
        if (!isOurs) return { kind: 'unusable_answer' };
        options.after.reauthenticated(callback.vehicleId);
        return { kind: 'reauthenticated', vehicleId: callback.vehicleId };
      }
      default:
        return refusal(run, callbackOutcome(callback));
    }
  }

  async function carry(run: Run): Promise<void> {
    const controller = new AbortController();
    running = controller;
    enter(run, 'waiting');
    const asked = await ask(run, controller.signal);
    if (asked.kind === 'use_browser') {
      log('connect.use_browser', { attempt: run.attempt.code });
      // Another redirect URI, so another attempt: a state is never used for two.
      return carry({ ...run, attempt: newAttempt(), transport: 'system_browser' });
    }
    finish(run, await outcomeOf(run, asked, controller.signal));
  }

  function newAttempt(): Attempt {
    return createAttempt(now(), options.random);
  }

  /** Work is waited for when the app quits. */
  function alsoAtWork(work: Promise<void>): void {
    atWork = Promise.all([atWork.catch(() => undefined), work]).then(() => undefined);
  }

  /** An error that nobody foresaw must not leave an attempt that runs for ever. */
  function carryOut(work: Promise<void>): void {
    const guarded = work.catch((error: unknown) => {
      running = null;
      surface?.close();
      change({ status: 'idle' });
      throw error;
    });
    alsoAtWork(guarded);
  }

  function goOn(held: Held, work: (signal: AbortSignal) => Promise<ConnectOutcome>): void {
    running = new AbortController();
    carryOut(work(running.signal).then((outcome) => finish(held, outcome)));
  }

  return {
    state: () => state,

    start(target, purpose, transport, resolutionUrl = null) {
      if (state.status === 'running') {
        surface?.focus();
        return { ok: false, failure: 'already_running' };
      }
      const run = { attempt: newAttempt(), target, purpose, transport, resolutionUrl };
      const problem = optionsProblem(run);
      if (problem) return { ok: false, failure: problem };
      alsoAtWork(settlement.forget());
      carryOut(carry(run));
      return { ok: true, value: null };
    },

    idle: () => atWork,
    focus: () => surface?.focus(),
    cancel: () => running?.abort(),
    link: () => link,
    receiveLink: (address) => surface?.receiveLink(address) ?? false,

    retryExchange() {
      const held = state.status === 'running' ? null : settlement.heldCode();
      if (!held) return { ok: false, failure: 'nothing_to_retry' };
      goOn(held, (signal) => settlement.exchange(held, signal));
      return { ok: true, value: null };
    },

    keepVehicle() {
      const held = state.status === 'running' ? null : settlement.takeHeldTokens();
      if (!held) return { ok: false, failure: 'nothing_to_keep' };
      goOn(held, () => settlement.keep(held, null));
      return { ok: true, value: null };
    },

    dismiss() {
      if (state.status !== 'finished') return;
      alsoAtWork(settlement.forget());
      change({ status: 'idle' });
    },
  };
}
