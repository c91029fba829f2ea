import type { Budget, BudgetState, PlanRefusal } from '../../../contract/budget.ts';
import { callsThisMonth, nextMonth } from '../../../contract/month.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';
import { LONGEST_HOLD_MS } from '../verdict.ts';
import type { BudgetMeter } from './callMeter.ts';
import type { Entry, Wait } from './queueEntry.ts';
import type { Rules } from './rules.ts';
import type { ReadVerdict } from './scheduler.ts';

/** Limits that are not the application's bucket: per vehicle, per car maker, per plan. */
export interface Limits {
  /** Why a vehicle must wait; `null` where its turn is all it waits for. */
  waitOf(entry: Entry, facts: VehicleFacts): Wait | null;
  /** A try to read the vehicle ended so. */
  note(facts: VehicleFacts, verdict: ReadVerdict): void;
  plan(): PlanRefusal | null;
  clear(): void;
}

export interface LimitsOptions {
  readonly budget: () => Budget;
  readonly rules: Rules;
  readonly now: () => number;
  readonly isPaused: (group: string | null) => boolean;
}

const PLAN_CODES: readonly PlanRefusal['code'][] = [
  'VEHICLE_LIMIT',
  'VEHICLE_REQUEST_LIMIT',
  'INVALID_PLAN',
  'ACCOUNT_SUSPENDED',
];

/**
 * Whether a wait is not over. Nobody has to wait longer than a day: a time further off was set while the
 * computer's clock was ahead, and what it was set for is found out by asking.
 */
function isToCome(until: number, now: number): boolean {
  return until > now && until <= now + LONGEST_HOLD_MS;
}

/** The exception: a quota that begins anew with the month. */
function isNextMonth({ cause, until }: Pick<Wait, 'cause' | 'until'>, now: number): boolean {
  return cause === 'month' && until === nextMonth(now);
}

/** Whether the plan, less this part of its calls, leaves too few for the vehicle's next read. */
export function isUsedUp(facts: VehicleFacts, budget: Budget, now: number, kept = 0): boolean {
  const limit = budget.callsPerVehiclePerMonth;
  return limit !== null && callsThisMonth(facts.calls, now) + facts.cost > limit * (1 - kept);
}

export function createLimits({ budget, rules, now, isPaused }: LimitsOptions): Limits {
  /** Until when a car maker is left alone. */
  const makers = new Map<string, number>();
  const refused = new Set<string>();
  let refusal: Omit<PlanRefusal, 'vehicles'> | null = null;

  /** For reads that nobody asked for: the rules, and the calls of the month that are kept for people. */
  function scheduledWait(facts: VehicleFacts, time: number): Wait | null {
    const night = rules.notBefore(facts.group, time);
    if (night !== null) return { cause: 'night', until: night };
    const isReserved = isUsedUp(facts, budget(), time, budget().monthReserve);
    return isReserved ? { cause: 'reserve', until: nextMonth(time) } : null;
  }

  function waitOf({ askedBy, notBefore }: Entry, facts: VehicleFacts): Wait | null {
    const { make, group, hold } = facts;
    const time = now();
    if (facts.paused || isPaused(group)) return { cause: 'paused', until: null };
    const maker = make === null ? undefined : makers.get(make);
    if (maker !== undefined && isToCome(maker, time)) return { cause: 'maker_limit', until: maker };
    if (isUsedUp(facts, budget(), time)) return { cause: 'month', until: nextMonth(time) };
    const scheduled = askedBy === 'schedule' ? scheduledWait(facts, time) : null;
    if (scheduled) return scheduled;
    if (hold && (isToCome(hold.until, time) || isNextMonth(hold, time))) return hold;
    if (notBefore !== null && isToCome(notBefore, time)) {
      return { cause: 'fault', until: notBefore };
    }
    return null;
  }

  function note({ id, make }: VehicleFacts, verdict: ReadVerdict): void {
    if (verdict.kind === 'done') {
      refused.delete(id);
      if (refused.size === 0) refusal = null;
    }
    if (verdict.kind !== 'hold') return;
    if (verdict.cause === 'maker_limit' && make !== null) makers.set(make, verdict.until);
    const code = PLAN_CODES.find((known) => known === verdict.code);
    if (!code) return;
    refused.add(id);
    const since = refusal?.code === code ? refusal.since : new Date(now()).toISOString();
    refusal = { code, since };
  }

  return {
    waitOf,
    note,
    plan: () => refusal && { ...refusal, vehicles: refused.size },
    clear() {
      makers.clear();
      refused.clear();
      refusal = null;
    },
  };
}

/** What is left of the budget, for the screens. */
export function budgetState(
  facts: Iterable<VehicleFacts>,
  budget: Budget,
  meter: BudgetMeter,
  plan: PlanRefusal | null,
  now: number,
): BudgetState {
  const iso = (wait: number) => (wait > 0 ? new Date(now + wait).toISOString() : null);
  let calls = 0;
  let usedUp = 0;
  for (const known of facts) {
    calls += callsThisMonth(known.calls, now);
    usedUp += Number(isUsedUp(known, budget, now));
  }
  return {
    at: new Date(now).toISOString(),
    capacity: budget.capacity,
    refillPerMinute: budget.refillPerMinute,
    calls: Math.floor(meter.left()),
    nextAt: iso(meter.waitFor(1)),
    fullAt: iso(meter.waitFor(budget.capacity)),
    throttled: meter.isThrottled(),
    month: {
      limitPerVehicle: budget.callsPerVehiclePerMonth,
      calls,
      usedUp,
      resetsAt: new Date(nextMonth(now)).toISOString(),
    },
    plan,
  };
}
