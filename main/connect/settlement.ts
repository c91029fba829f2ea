import type { ConnectOutcome, ConnectPhase } from '../../contract/connect.ts';
import { ExchangeError, type TokenPair } from '../exchange/tokenExchange.ts';
import type { Secret } from '../secret.ts';
import type { CallbackExtras } from './callback.ts';
import type { Run } from './connectAddress.ts';
import { type AfterConnect, type Grant, isWhole } from './target.ts';

/** Smartcar keeps a code for ten minutes; a little less leaves time for the call itself. */
const CODE_LIFE_MS = 9.5 * 60_000;

/** A code on its way to become tokens. */
export interface HeldCode extends Run {
  readonly redirectUri: string;
  readonly code: Secret;
  readonly extras: CallbackExtras;
  /** Until when it can be exchanged; set when it is first tried. */
  readonly until?: number;
}

/** Tokens that wait for a person's word, because they open another car than was asked for. */
export interface HeldTokens extends Run {
  readonly extras: CallbackExtras;
  readonly tokens: TokenPair;
}

export type Held = HeldCode | HeldTokens;

/** What follows once Connect has given a code: exchange, the look at the car, and keeping. */
export interface Settlement {
  exchange(held: HeldCode, signal: AbortSignal): Promise<ConnectOutcome>;
  /** Keeps tokens and takes in their vehicles. */
  keep(held: HeldTokens, vinCheck: 'same' | 'not_readable' | null): Promise<ConnectOutcome>;
  /** A code whose exchange failed for a passing reason and that still lives. */
  heldCode(): HeldCode | null;
  /** The tokens that wait for a decision; they are no longer held then. */
  takeHeldTokens(): HeldTokens | null;
  /** Lets go of what is held; resolves when access that nobody wanted has ended at Smartcar. */
  forget(): Promise<void>;
}

export interface SettlementOptions {
  readonly after: AfterConnect;
  readonly now: () => number;
  readonly enter: (run: Run, phase: ConnectPhase) => void;
  readonly onTokens: () => void;
}

/** Whether the same code may be exchanged at another moment. */
function isPassing({ problem }: ExchangeError): boolean {
  switch (problem) {
    case 'unreachable':
    case 'timed_out':
    case 'unreadable_answer':
    case 'secret_unavailable':
    case 'staff_token_refused':
    case 'rate_limited':
    case 'backend_cannot_reach_smartcar':
      return true;
    case 'invalid_client':
    case 'invalid_grant':
    case 'unauthorized_client':
    case 'refused':
      return false;
  }
}

function grantOf({ tokens, target, extras, purpose }: HeldTokens): Grant {
  const options = purpose.kind === 'connect' ? purpose.options : null;
  return {
    tokens,
    target,
    extras,
    asked: options?.permissions ?? null,
    country: options?.country ?? null,
  };
}

/** The VIN that this run is for, if it is for one car only. */
function expectedVin({ purpose }: Run): string | null {
  if (purpose.kind !== 'connect' || purpose.options.vehicle.kind !== 'vin') return null;
  return purpose.options.vehicle.vin;
}

export function createSettlement(options: SettlementOptions): Settlement {
  const { after, now, enter, onTokens } = options;
  let code: HeldCode | null = null;
  let tokens: HeldTokens | null = null;

  async function keep(
    held: HeldTokens,
    vinCheck: 'same' | 'not_readable' | null,
  ): Promise<ConnectOutcome> {
    enter(held, 'saving');
    const adopted = await after.adopt(grantOf(held), () => enter(held, 'reading_vehicles'));
    return {
      kind: isWhole(adopted.grants) ? 'connected' : 'partial_grant',
      ...adopted,
      virtualKeyUrl: held.extras.virtualKeyUrl,
      vinCheck,
    };
  }

  /** Compares the car with the one that was asked for, before anything is kept. */
  async function check(held: HeldTokens): Promise<ConnectOutcome> {
    const wanted = expectedVin(held);
    if (wanted === null) return keep(held, null);
    enter(held, 'checking_vehicle');
    const found = await after.inspect(grantOf(held));
    const readable = (found ?? []).filter(({ vin }) => vin !== null);
    if (readable.length === 0) return keep(held, 'not_readable');
    if (readable.some(({ vin }) => vin?.toUpperCase() === wanted)) return keep(held, 'same');
    tokens = held;
    return { kind: 'wrong_vehicle', expectedVin: wanted, found: readable };
  }

  return {
    keep,

    async exchange(held, signal) {
      const until = held.until ?? now() + CODE_LIFE_MS;
      const { redirectUri, target, purpose, extras } = held;
      enter(held, 'exchanging');
      const mode = (purpose.kind === 'connect' && purpose.options.mode) || target.mode;
      let pair: TokenPair;
      try {
        pair = await target.exchange.exchange({ code: held.code, redirectUri, mode, signal });
      } catch (error) {
        if (signal.aborted) return { kind: 'cancelled' };
        if (!(error instanceof ExchangeError)) throw error;
        const canRetry = isPassing(error) && until > now();
        code = canRetry ? { ...held, until } : null;
        return {
          kind: 'exchange_failed',
          problem: error.problem,
          oauthError: error.oauthError,
          retryUntil: canRetry ? new Date(until).toISOString() : null,
        };
      }
      code = null;
      onTokens();
      const { attempt, transport, resolutionUrl } = held;
      return check({ attempt, target, purpose, transport, resolutionUrl, extras, tokens: pair });
    },

    heldCode: () => (code?.until !== undefined && code.until > now() ? code : null),

    takeHeldTokens() {
      const held = tokens;
      tokens = null;
      return held;
    },

    async forget() {
      const unwanted = tokens;
      code = null;
      tokens = null;
      if (unwanted) await after.discard(grantOf(unwanted));
    },
  };
}
