import type { Budget, BudgetState } from '../../contract/budget.ts';
import type { VehicleFacts } from './localCopy/localCopy.ts';

/**
 * The vehicles to read when the app starts: a full bucket loses what it gains, so what is to spare goes
 * to the stalest. Nobody's quota is spent on this, and nothing where people want to be asked.
 */
export function worthReading(
  facts: readonly VehicleFacts[],
  budget: Budget,
  { calls, capacity }: Pick<BudgetState, 'calls' | 'capacity'>,
): string[] {
  if (budget.refreshEveryHours === null || budget.callsPerVehiclePerMonth !== null) return [];
  const spare = Math.max(0, Math.floor(calls - budget.reserve * capacity));
  return facts
    .filter(({ access, paused }) => access !== 'reconnect' && !paused)
    .toSorted((one, other) => readAt(one) - readAt(other))
    .slice(0, spare)
    .map(({ id }) => id);
}

function readAt({ refreshedAt }: VehicleFacts): number {
  return refreshedAt ?? 0;
}
