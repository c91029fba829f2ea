import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Budget, DEFAULT_BUDGET } from '../../contract/budget.ts';
import { fleetHours } from '../../contract/refreshRules.ts';
import { amountWords, formatCount, formatFraction, formatRate } from '../format/amount.ts';
import { spanWords } from '../queue/span.ts';
import { useStatus } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import {
  CALLS_PER_READ,
  hasDefaultLimits,
  isTooOften,
  offered,
  paceOf,
  RESERVES,
  withDefaultLimits,
} from './budgetChange.ts';
import { Changed } from './Changed.tsx';
import { NumberField } from './NumberField.tsx';
import { SelectField } from './SelectField.tsx';
import styles from './SettingsScreen.module.css';
import { useUndoableChange } from './useUndoableChange.ts';

const CAPACITY = { least: 1, most: 100_000, isWhole: true };
const REFILL = { least: 0.1, most: 100_000, isWhole: false };
const MONTH = { least: 1, most: 1_000_000, isWhole: true };

/** What the budget comes to for this fleet, and whether the rule fits in. */
function meaning(t: TFunction, budget: Budget, vehicles: number): string {
  if (vehicles === 0) return t('settings.budget.meaningNone');
  const pace = paceOf(budget, vehicles);
  const parts = [
    t(`settings.budget.meaning.${pace.by}`, {
      count: vehicles,
      value: formatCount(vehicles),
      span: spanWords(t, pace.ms),
      calls: formatCount(CALLS_PER_READ),
    }),
  ];
  if (isTooOften(fleetHours(budget), pace)) parts.push(t('settings.budget.tooOften'));
  return parts.join(' ');
}

/** How often values are read, and how many calls that may take. */
export function BudgetSettings() {
  const { t } = useTranslation();
  const { budget } = useStatus();
  const { count } = useFleetSummary();
  const { capacity, refillPerMinute, callsPerVehiclePerMonth, reserve } = budget;
  // The rules have their own section, and what is taken back there is not taken back here.
  const changing = useUndoableChange(
    { capacity, refillPerMinute, callsPerVehiclePerMonth, reserve },
    (next) => window.motorpool['settings.setBudget']({ ...budget, ...next }),
  );
  const { change } = changing;

  return (
    <>
      <p className={styles.quiet}>{t('settings.budget.intro')}</p>
      <div className={styles.fields}>
        <NumberField
          label={t('settings.budget.refill')}
          text={t('settings.budget.refillText', {
            value: formatRate(DEFAULT_BUDGET.refillPerMinute),
          })}
          range={REFILL}
          value={budget.refillPerMinute}
          testId="budget-refill"
          onChange={(value) => value !== null && change({ refillPerMinute: value })}
        />
        <NumberField
          label={t('settings.budget.capacity')}
          text={t('settings.budget.capacityText', { value: formatCount(DEFAULT_BUDGET.capacity) })}
          range={CAPACITY}
          value={budget.capacity}
          testId="budget-capacity"
          onChange={(value) => value !== null && change({ capacity: value })}
        />
        <NumberField
          label={t('settings.budget.month')}
          text={t('settings.budget.monthText', { calls: formatCount(CALLS_PER_READ) })}
          range={MONTH}
          value={budget.callsPerVehiclePerMonth}
          emptyText={t('budget.noLimit')}
          testId="budget-month"
          onChange={(value) => change({ callsPerVehiclePerMonth: value })}
        />
        <SelectField
          label={t('settings.budget.reserve')}
          text={t('settings.budget.reserveText')}
          value={String(reserve)}
          options={offered(RESERVES, reserve).map((part) => ({
            value: String(part),
            label: part === 0 ? t('settings.budget.noReserve') : amountWords(formatFraction(part)),
          }))}
          testId="budget-reserve"
          onChange={(value) => change({ reserve: Number(value) })}
        />
      </div>
      <p data-testid="budget-meaning">{meaning(t, budget, count)}</p>
      {!hasDefaultLimits(budget) && (
        <div className={styles.buttons}>
          <Button data-testid="budget-defaults" onClick={() => change(withDefaultLimits(budget))}>
            {t('settings.budget.defaults', {
              capacity: formatCount(DEFAULT_BUDGET.capacity),
              refill: formatRate(DEFAULT_BUDGET.refillPerMinute),
            })}
          </Button>
        </div>
      )}
      <Changed of={changing} testId="budget-undo" />
    </>
  );
}
