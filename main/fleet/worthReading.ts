import type { Budget, BudgetState } from '../../contract/budget.ts';
import { ruleOf } from '../../contract/refreshRules.ts';
import type { VehicleFacts } from './localCopy/localCopy.ts';
import { createRules } from './sync/rules.ts';

/**
 * The vehicles to read when the app starts: a full bucket loses what it gains, so what is to spare goes
 * to the stalest. Nobody's quota is spent on this, and nothing where people want to be asked.
 */
export function worthReading(
  facts: readonly VehicleFacts[],
  budget: Budget,
  { calls, capacity }: Pick<BudgetState, 'calls' | 'capacity'>,
  now: number,
): string[] {
  if (budget.callsPerVehiclePerMonth !== null) return [];
  const rules = createRules(() => budget);
  const isAllowed = ({ group, refreshedAt }: VehicleFacts) =>
    ruleOf(budget, group).kind === 'every' || rules.isDue(group, refreshedAt, now);
  const spare = Math.max(0, Math.floor(calls - budget.reserve * capacity));
  return facts
    .filter((known) => known.access !== 'reconnect' && !known.paused && isAllowed(known))
    .toSorted((one, other) => readAt(one) - readAt(other))
    .slice(0, spare)
    .map(({ id }) => id);
}

function readAt({ refreshedAt }: VehicleFacts): number {
  return refreshedAt ?? 0;
}
