import type { BudgetState } from '../../contract/budget.ts';
import { callsNow } from './callsNow.ts';

/**
 * What the meter shows. `fine`: calls can be made. `waiting`: none can be made until `nextAt`.
 * `throttled`: the same, because Smartcar said so. `exhausted`: the plan gives no vehicle any call;
 * `until` is when it does again, `null` where people have to act first.
 */
export type Meter = { readonly calls: number; readonly capacity: number } & (
  | { readonly kind: 'fine' }
  | { readonly kind: 'waiting' | 'throttled'; readonly nextAt: string }
  | { readonly kind: 'exhausted'; readonly until: string | null }
);

export type MeterTone = 'fine' | 'attention' | 'fault';

export const METER_TONE: Readonly<Record<Meter['kind'], MeterTone>> = {
  fine: 'fine',
  waiting: 'attention',
  throttled: 'attention',
  exhausted: 'fault',
};

/** How many vehicles have no calls left this month, by our own count or by Smartcar's. */
export function usedUpVehicles({ plan, month }: Pick<BudgetState, 'plan' | 'month'>): number {
  const refused = plan?.code === 'VEHICLE_REQUEST_LIMIT' ? plan.vehicles : 0;
  return Math.max(refused, month.usedUp);
}

/** Whether the plan gives no vehicle of `vehicles` a call any more. */
function isExhausted(budget: BudgetState, vehicles: number): boolean {
  if (budget.plan?.code === 'ACCOUNT_SUSPENDED') return true;
  return vehicles > 0 && usedUpVehicles(budget) >= vehicles;
}

/** What the meter shows at `now` (milliseconds since the epoch) to a fleet of so many vehicles. */
export function meterOf(budget: BudgetState, vehicles: number, now: number): Meter {
  const { capacity, nextAt, throttled, plan, month } = budget;
  const calls = callsNow(budget, now);
  if (isExhausted(budget, vehicles)) {
    const until = plan?.code === 'ACCOUNT_SUSPENDED' ? null : month.resetsAt;
    return { kind: 'exhausted', calls, capacity, until };
  }
  if (calls > 0 || nextAt === null || Date.parse(nextAt) <= now) {
    return { kind: 'fine', calls, capacity };
  }
  return { kind: throttled ? 'throttled' : 'waiting', calls, capacity, nextAt };
}
