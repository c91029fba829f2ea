import { useTranslation } from 'react-i18next';
import type { DryRun } from '../../contract/commands.ts';
import { formatCount } from '../format/amount.ts';
import { useQueue } from '../state/cache.ts';
import { minutesToWait } from './planOf.ts';

/** What a run costs of the calls that Smartcar allows, and how long it waits for them. */
export function PlanBudget({ dryRun }: { readonly dryRun: DryRun }) {
  const { t } = useTranslation();
  const { budget } = useQueue();
  const { callsNeeded, callsLeft } = dryRun;
  if (callsNeeded === 0) return null;
  const minutes = minutesToWait(dryRun, budget.refillPerMinute);
  const needed = formatCount(callsNeeded);
  const left = formatCount(callsLeft);
  return (
    <p>
      {minutes === 0
        ? t('command.budget.enough', { count: callsNeeded, needed, left })
        : t('command.budget.waits', {
            count: minutes,
            needed,
            left,
            minutes: formatCount(minutes),
          })}
    </p>
  );
}
