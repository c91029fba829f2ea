import { useTranslation } from 'react-i18next';
import type { RefreshRule } from '../../../contract/refreshRules.ts';
import { spanWords } from '../../queue/span.ts';
import { TimeField } from '../alerts/TimeField.tsx';
import { EVERY_HOURS, offered } from '../budgetChange.ts';
import { SelectField } from '../SelectField.tsx';
import styles from './RefreshSettings.module.css';
import { choiceOf, FLEET, hoursOf, NIGHT, OFF, ruleFrom } from './refreshChange.ts';

interface RuleFieldProps {
  readonly label: string;
  readonly text: string;
  readonly rule: RefreshRule | null;
  /** Whether there is a fleet's rule to go by. */
  readonly isGroup: boolean;
  readonly testId: string;
  readonly onChange: (rule: RefreshRule | null) => void;
}

const HOUR_MS = 3_600_000;

/** When vehicles are read by themselves, with the hours of the night where it is then. */
export function RuleField({ label, text, rule, isGroup, testId, onChange }: RuleFieldProps) {
  const { t } = useTranslation();
  const hours = hoursOf(rule);
  const spans = offered(EVERY_HOURS, rule?.kind === 'every' ? rule.hours : null);
  return (
    <div className={styles.rule}>
      <SelectField
        label={label}
        text={text}
        value={choiceOf(rule)}
        options={[
          ...(isGroup ? [{ value: FLEET, label: t('refreshRules.asFleet') }] : []),
          ...spans.map((span) => ({
            value: String(span),
            label: t('settings.budget.everySpan', { span: spanWords(t, span * HOUR_MS) }),
          })),
          { value: NIGHT, label: t('refreshRules.night') },
          {
            value: OFF,
            label: t(isGroup ? 'refreshRules.off' : 'settings.budget.onlyWhenAsked'),
          },
        ]}
        testId={testId}
        onChange={(choice) => onChange(ruleFrom(choice, hours))}
      />
      {hours && (
        <div className={styles.hours}>
          <TimeField
            label={t('refreshRules.from')}
            value={hours.from}
            testId={`${testId}-from`}
            onChange={(from) => onChange({ kind: 'night', hours: { ...hours, from } })}
          />
          <TimeField
            label={t(hours.until <= hours.from ? 'refreshRules.untilNext' : 'refreshRules.until')}
            value={hours.until}
            testId={`${testId}-until`}
            onChange={(until) => onChange({ kind: 'night', hours: { ...hours, until } })}
          />
        </div>
      )}
    </div>
  );
}
