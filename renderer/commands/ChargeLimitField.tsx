import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CHARGE_LIMIT } from '../../contract/commands.ts';
import { amountWords, formatFraction } from '../format/amount.ts';
import styles from './CommandDialog.module.css';

const STEP = 0.05;

interface ChargeLimitFieldProps {
  /** Fraction of a full battery. */
  readonly value: number;
  readonly onChange: (limit: number) => void;
}

/** How full the battery may get. The browser's own slider: arrow keys and screen readers know it. */
export function ChargeLimitField({ value, onChange }: ChargeLimitFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const percent = (fraction: number) => amountWords(formatFraction(fraction));
  return (
    <div className={styles.limit}>
      <label htmlFor={id} className={styles.label}>
        {t('command.limit.label')}
      </label>
      <div className={styles.slider}>
        <input
          id={id}
          type="range"
          min={CHARGE_LIMIT.min}
          max={CHARGE_LIMIT.max}
          step={STEP}
          value={value}
          aria-valuetext={percent(value)}
          aria-describedby={`${id}-hint`}
          data-testid="charge-limit"
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
        <output htmlFor={id}>{percent(value)}</output>
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('command.limit.hint', {
          from: percent(CHARGE_LIMIT.min),
          to: percent(CHARGE_LIMIT.max),
        })}
      </p>
    </div>
  );
}
