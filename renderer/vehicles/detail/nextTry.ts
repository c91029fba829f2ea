import type { Vehicle } from '../../../contract/vehicles.ts';

const HOUR_MS = 3_600_000;

/** When a vehicle will be read next by itself, and whether something makes it wait until then. */
export interface NextTry {
  readonly at: string;
  readonly isHeld: boolean;
}

/**
 * The next try (ISO 8601), where one can be told: the end of a hold, else when the rule of the budget
 * has its turn. Nothing is told of a vehicle that must not or cannot be asked.
 */
export function nextTry(
  vehicle: Pick<Vehicle, 'access' | 'paused' | 'hold' | 'refreshedAt'>,
  refreshEveryHours: number | null,
  now: number,
): NextTry | null {
  const { access, paused, hold, refreshedAt } = vehicle;
  if (access !== 'ok' || paused) return null;
  if (hold && Date.parse(hold.until) > now) return { at: hold.until, isHeld: true };
  if (refreshedAt === null || refreshEveryHours === null) return null;
  const due = Date.parse(refreshedAt) + refreshEveryHours * HOUR_MS;
  return due > now ? { at: new Date(due).toISOString(), isHeld: false } : null;
}
