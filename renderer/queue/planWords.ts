import type { TFunction } from 'i18next';
import type { PlanRefusal } from '../../contract/budget.ts';
import { formatCount } from '../format/amount.ts';
import { dayText } from '../format/time.ts';

/** What the Smartcar plan refuses, what stays safe, and who can change it. */
export function planWords(
  t: TFunction,
  { code, vehicles }: PlanRefusal,
  resetsAt: string,
  now: number,
): string {
  return t(`plan.${code}`, {
    count: vehicles,
    value: formatCount(vehicles),
    date: dayText(resetsAt, now),
  });
}
