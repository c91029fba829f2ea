import type { TFunction } from 'i18next';
import { callsThisMonth } from '../../../contract/month.ts';
import type { ReadingProblem } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

/** Calls that this vehicle still has in this month; `null` where the plan has no such limit. */
export function callsLeft(
  { calls }: Pick<Vehicle, 'calls'>,
  limit: number | null,
  now: number,
): number | null {
  if (limit === null) return null;
  return Math.max(0, limit - callsThisMonth(calls, now));
}

/**
 * How many of the permissions that were asked for were given; without `asked`, how many there are.
 * `null` where nobody has read them yet.
 */
export function grantedOf({
  permissions,
  asked,
}: Pick<Vehicle, 'permissions' | 'asked'>): { granted: number; asked: number | null } | null {
  if (permissions === null) return null;
  if (asked === null) return { granted: permissions.length, asked: null };
  const given = new Set(permissions);
  return { granted: asked.filter((name) => given.has(name)).length, asked: asked.length };
}

/** Why something went wrong, with Smartcar's code where the answer came from it. */
export function problemText({ reason, code }: ReadingProblem, t: TFunction): string {
  const words = t(`reason.short.${reason}`);
  return code === null ? words : t('reason.withCode', { words, code });
}
