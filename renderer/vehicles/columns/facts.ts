import type { TFunction } from 'i18next';
import type { ReadingProblem } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

/** The month (UTC) of a moment as the vehicles' counts of calls name it: `2026-11`. */
function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}

/** Calls that this vehicle still has in this month; `null` where the plan has no such limit. */
export function callsLeft(
  { calls }: Pick<Vehicle, 'calls'>,
  limit: number | null,
  now: number,
): number | null {
  if (limit === null) return null;
  const used = calls.month === monthOf(now) ? calls.count : 0;
  return Math.max(0, limit - used);
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
