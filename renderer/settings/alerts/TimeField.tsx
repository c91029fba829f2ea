import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '../Fields.module.css';

interface TimeFieldProps {
  readonly label: string;
  /** A time of day as `20:00`. */
  readonly value: string;
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

/**
 * A time of day; the system's own control. It applies when the field is left or Enter is pressed: on the
 * way to 21:00 it reads 02:00, which nobody means.
 */
export function TimeField({ label, value, testId, onChange }: TimeFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);

  const apply = () => {
    if (typed === null || typed === '') return;
    setTyped(null);
    if (typed !== value) onChange(typed);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') apply();
  };

  return (
    <div className={fields.field} data-field>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="time"
        required
        className={fields.number}
        value={typed ?? value}
        aria-describedby={`${id}-problem`}
        aria-invalid={typed === ''}
        data-testid={testId}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-problem`} className={fields.problem} role="alert">
        {typed === '' && t('alerts.settings.timeProblem')}
      </p>
    </div>
  );
}
