import { nextMonth } from '../../contract/month.ts';
import type { Hold } from '../../contract/vehicles.ts';
import type { SmartcarError } from '../smartcar/errors.ts';
import type { ReadAnswer } from '../smartcar/platform.ts';
import type { ReadVerdict } from './sync/scheduler.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Where Smartcar does not say how long: 120 s has been seen for a vehicle's own limit. */
const VEHICLE_LIMIT_MS = 2 * MINUTE_MS;
/** Car makers that throttle do it for about half an hour (Smartcar documentation, "API limits"). */
const MAKER_LIMIT_MS = 30 * MINUTE_MS;
/** A car that sleeps now will hardly be awake in a minute. */
const CAR_STATE_MS = HOUR_MS;
/** A plan is mended by people, so it is looked at again once a day. */
const PLAN_MS = 24 * HOUR_MS;

/**
 * Longer than this nothing is held back without asking again, but for a month's quota, whatever the
 * answer said: a second refusal costs nothing, a wrong time would cost the vehicle.
 */
export const LONGEST_HOLD_MS = 24 * HOUR_MS;

type HoldVerdict = Extract<ReadVerdict, { kind: 'hold' }>;

function hold(cause: HoldVerdict['cause'], until: number, code: string | null): HoldVerdict {
  return { kind: 'hold', cause, until, code };
}

/** A hold that an error asks for, in milliseconds since the epoch; `null` where it asks for none. */
function holdOf(error: SmartcarError, now: number): HoldVerdict | null {
  const { code } = error;
  const { retryAfter } = error;
  const told = retryAfter === null ? null : now + Math.min(retryAfter * 1000, LONGEST_HOLD_MS);
  switch (error.qualifiedCode) {
    case 'RATE_LIMIT:VEHICLE':
      return hold('vehicle_limit', told ?? now + VEHICLE_LIMIT_MS, code);
    case 'UPSTREAM:RATE_LIMIT':
      return hold('maker_limit', told ?? now + MAKER_LIMIT_MS, code);
    case 'BILLING:VEHICLE_REQUEST_LIMIT':
      return hold('month', nextMonth(now), code);
    case 'VEHICLE_STATE:UNKNOWN':
      return null;
  }
  if (error.type === 'BILLING') return hold('plan', now + PLAN_MS, code);
  if (error.type === 'VEHICLE_STATE') return hold('car_state', told ?? now + CAR_STATE_MS, code);
  return null;
}

/** Faults of servers on the way, which another try may not meet (reference: "auto, few tries"). */
function isFault(error: SmartcarError): boolean {
  return (
    error.type === 'UPSTREAM' ||
    error.qualifiedCode === 'SERVER:INTERNAL' ||
    error.qualifiedCode === 'VEHICLE_STATE:UNKNOWN' ||
    error.type === 'UNREADABLE'
  );
}

/** What a refusal of a whole read means for the queue. */
export function verdictOfError(error: SmartcarError, now: number): ReadVerdict {
  if (error.type === 'NETWORK') return { kind: 'offline' };
  if (error.qualifiedCode === 'RATE_LIMIT:SMARTCAR_API') {
    return { kind: 'throttled' };
  }
  const held = holdOf(error, now);
  if (held) return held;
  return isFault(error) ? { kind: 'fault' } : { kind: 'done' };
}

/**
 * What an answer means whose items may have failed one by one. A limit that stopped one item stops the
 * next read as well; other failures matter only where nothing came at all.
 */
export function verdictOfAnswer(answer: ReadAnswer, now: number): ReadVerdict {
  const outcomes = Object.values(answer.readings);
  const errors = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
  const limits = errors.flatMap((error) => {
    const held = holdOf(error, now);
    return held && held.cause !== 'car_state' ? [held] : [];
  });
  const longest = limits.toSorted((one, other) => other.until - one.until)[0];
  if (longest) return longest;
  const isAllFailed = errors.length > 0 && errors.length === outcomes.length;
  const [first] = errors;
  if (!isAllFailed || !first) return { kind: 'done' };
  if (errors.every(isFault)) return { kind: 'fault' };
  return holdOf(first, now) ?? { kind: 'done' };
}

/** A whole read was refused for a reason that the next hour will hardly mend. */
export function faultHold(now: number): Hold {
  return { cause: 'fault', until: new Date(now + HOUR_MS).toISOString() };
}

/** The hold to remember at the vehicle for a verdict; `null` where it may be asked again. */
export function holdFor(verdict: ReadVerdict): Hold | null {
  if (verdict.kind !== 'hold') return null;
  return { cause: verdict.cause, until: new Date(verdict.until).toISOString() };
}

const PERSONS_TO_LIFT: ReadonlySet<Hold['cause']> = new Set(['car_state', 'fault', 'plan']);

/**
 * Whether a hold ends when a person asks. What Smartcar set a time for, and quotas that begin anew next
 * month, do not; whatever may have been mended meanwhile does.
 */
export function isPersonsToLift({ hold }: { readonly hold: Hold | null }): boolean {
  return hold !== null && PERSONS_TO_LIFT.has(hold.cause);
}
