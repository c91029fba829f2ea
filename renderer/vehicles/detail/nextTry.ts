import { nextRead, type RefreshRule } from '../../../contract/refreshRules.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

/** When a vehicle will be read next by itself, and what makes it wait until then. */
export interface NextTry {
  readonly at: string;
  readonly by: 'hold' | 'rule' | 'night';
}

/**
 * The next try (ISO 8601), where one can be told: the end of a hold, else when the rule of its group has its
 * turn. Nothing is told of a vehicle that must not or cannot be asked.
 */
export function nextTry(
  vehicle: Pick<Vehicle, 'access' | 'paused' | 'hold' | 'refreshedAt'>,
  rule: RefreshRule,
  now: number,
): NextTry | null {
  const { access, paused, hold, refreshedAt } = vehicle;
  if (access !== 'ok' || paused) return null;
  if (hold && Date.parse(hold.until) > now) return { at: hold.until, by: 'hold' };
  const due = nextRead(rule, refreshedAt === null ? null : Date.parse(refreshedAt), now);
  if (due === null || due <= now) return null;
  return { at: new Date(due).toISOString(), by: rule.kind === 'night' ? 'night' : 'rule' };
}
