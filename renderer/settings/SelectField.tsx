import { useId } from 'react';
import styles from './Fields.module.css';

interface SelectFieldProps {
  readonly label: string;
  /** What it means, in a sentence. */
  readonly text: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

/** One of a list; the system's own control. */
export function SelectField({ label, text, value, options, testId, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-field>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        className={styles.select}
        aria-describedby={`${id}-text`}
        data-testid={testId}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <p id={`${id}-text`} className={styles.text}>
        {text}
      </p>
    </div>
  );
}
