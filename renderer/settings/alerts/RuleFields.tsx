import { useTranslation } from 'react-i18next';
import type { AlertKind, AlertRule } from '../../../contract/alerts.ts';
import { formatLimit, unitSign } from '../../format/amount.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { NumberField } from '../NumberField.tsx';
import styles from './AlertSettings.module.css';
import {
  endOf,
  fromField,
  type MeasuredKind,
  marginRange,
  thresholdRange,
  toField,
  withThreshold,
} from './ruleChange.ts';

interface MeasuredFieldsProps {
  readonly kind: MeasuredKind;
  readonly rule: AlertRule;
  readonly onChange: (rule: AlertRule) => void;
}

interface RuleFieldsProps {
  readonly kind: AlertKind;
  readonly rule: AlertRule;
  /** What switches it on. */
  readonly label: string;
  readonly onChange: (rule: AlertRule) => void;
}

function MeasuredFields({ kind, rule, onChange }: MeasuredFieldsProps) {
  const { t } = useTranslation();
  const unit = unitSign('pressure');
  return (
    <>
      <NumberField
        label={t(`alerts.settings.threshold.${kind}`, { unit })}
        text={t(`alerts.settings.thresholdText.${kind}`)}
        range={thresholdRange(kind)}
        value={toField(kind, rule.threshold)}
        testId={`alert-threshold-${kind}`}
        onChange={(typed) =>
          typed !== null && onChange(withThreshold(kind, rule, fromField(kind, typed)))
        }
      />
      <NumberField
        label={t(`alerts.settings.margin.${kind}`, { unit })}
        text={t(`alerts.settings.marginText.${kind}`, {
          end: formatLimit(endOf(kind, rule)),
          unit,
        })}
        range={marginRange(kind, rule)}
        value={toField(kind, rule.hysteresis)}
        testId={`alert-margin-${kind}`}
        onChange={(typed) =>
          typed !== null && onChange({ ...rule, hysteresis: fromField(kind, typed) })
        }
      />
    </>
  );
}

/** Whether one rule is on, and its numbers while it is. */
export function RuleFields({ kind, rule, label, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <CheckField
        label={label}
        text={t(`alerts.settings.about.${kind}`)}
        checked={rule.on}
        testId={`alert-on-${kind}`}
        onChange={(on) => onChange({ ...rule, on })}
      />
      {rule.on && kind !== 'accessEnded' && (
        <div className={styles.numbers}>
          <MeasuredFields kind={kind} rule={rule} onChange={onChange} />
        </div>
      )}
    </>
  );
}
