import type { ReadingProblemReason } from '../../../contract/readings.ts';

/**
 * Causes that are told above the table when they meet many vehicles. The others are told elsewhere:
 * limits by the meter, offline, plan and reconnecting by messages of their own, and what was not granted
 * or what a car cannot is no failure.
 */
const FAILING_CAUSES = ['failed', 'account', 'car_state'] as const satisfies ReadingProblemReason[];
export type FailingCause = (typeof FAILING_CAUSES)[number];

/** Fewer are told by their rows alone. */
const MORE_THAN = 0.2;
const AT_LEAST = 2;

/** Whether so many of all vehicles have one thing in common that rows and numbers are not enough to tell it. */
export function isWidespread(count: number, vehicles: number): boolean {
  return count >= AT_LEAST && count > MORE_THAN * vehicles;
}

/** The causes that meet more than a fifth of all vehicles, the most common first. */
export function widespread(
  failing: Readonly<Record<FailingCause, number>>,
  vehicles: number,
): readonly { readonly cause: FailingCause; readonly count: number }[] {
  return FAILING_CAUSES.map((cause) => ({ cause, count: failing[cause] }))
    .filter(({ count }) => isWidespread(count, vehicles))
    .toSorted((one, other) => other.count - one.count);
}
