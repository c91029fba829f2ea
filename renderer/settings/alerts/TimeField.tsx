import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '../Fields.module.css';

interface TimeFieldProps {
  readonly label: string;
  /** A time of day as `20:00`. */
  readonly value: string;
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

/** A time of day; the system's own control. It applies once it is whole. */
export function TimeField({ label, value, testId, onChange }: TimeFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [kept, setKept] = useState(value);
  if (kept !== value) {
    setKept(value);
    setTyped(value);
  }
  return (
    <div className={fields.field} data-field>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="time"
        required
        className={fields.number}
        value={typed}
        aria-describedby={`${id}-problem`}
        aria-invalid={typed === ''}
        data-testid={testId}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value !== '') onChange(event.target.value);
        }}
      />
      <p id={`${id}-problem`} className={fields.problem} role="alert">
        {typed === '' && t('alerts.settings.timeProblem')}
      </p>
    </div>
  );
}
