import { useTranslation } from 'react-i18next';
import { fleetRule, ownRule } from '../../../contract/refreshRules.ts';
import { amountWords, formatFraction } from '../../format/amount.ts';
import { useStatus } from '../../state/cache.ts';
import { useLabelValues } from '../../state/fleet/hooks.ts';
import { offered, RESERVES } from '../budgetChange.ts';
import { Changed } from '../Changed.tsx';
import { SelectField } from '../SelectField.tsx';
import sections from '../SettingsScreen.module.css';
import { useUndoableChange } from '../useUndoableChange.ts';
import { RuleField } from './RuleField.tsx';
import { refreshPart, withFleetRule, withGroupRule } from './refreshChange.ts';

/** When vehicles are read by themselves: the fleet, and groups that have a rule of their own. */
export function RefreshSettings() {
  const { t } = useTranslation();
  const { budget } = useStatus();
  const part = refreshPart(budget);
  const changing = useUndoableChange(part, (next) =>
    window.motorpool['settings.setBudget']({ ...budget, ...next }),
  );
  const { change } = changing;
  const inUse = useLabelValues('group');
  // A group that nobody belongs to any more may still have a rule.
  const groups = [...new Set([...inUse, ...part.groupRules.map((own) => own.group)])].toSorted();
  const hasMonth = budget.callsPerVehiclePerMonth !== null;

  return (
    <>
      <p className={sections.quiet}>{t('refreshRules.intro')}</p>
      <div className={sections.fields}>
        <RuleField
          label={t('settings.budget.every')}
          text={t('settings.budget.everyText')}
          rule={fleetRule(part)}
          isGroup={false}
          testId="budget-every"
          onChange={(rule) => rule && change(withFleetRule(rule))}
        />
        {groups.map((group) => (
          <RuleField
            key={group}
            label={group}
            text={t(inUse.includes(group) ? 'refreshRules.groupText' : 'refreshRules.emptyGroup')}
            rule={ownRule(part, group)}
            isGroup
            testId={`refresh-group-${group}`}
            onChange={(rule) => change(withGroupRule(part, group, rule))}
          />
        ))}
      </div>
      <div className={sections.fields}>
        <SelectField
          label={t('refreshRules.monthReserve')}
          text={t(hasMonth ? 'refreshRules.monthReserveText' : 'refreshRules.monthReserveNone')}
          value={String(part.monthReserve)}
          options={offered(RESERVES, part.monthReserve).map((share) => ({
            value: String(share),
            label:
              share === 0 ? t('settings.budget.noReserve') : amountWords(formatFraction(share)),
          }))}
          testId="refresh-month-reserve"
          onChange={(value) => change({ monthReserve: Number(value) })}
        />
      </div>
      <Changed of={changing} testId="refresh-undo" />
    </>
  );
}
