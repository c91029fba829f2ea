import { type Ref, useId } from 'react';
import styles from './PassphraseField.module.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}

/** A passphrase as it is typed, covered. */
export function PassphraseField({ label, value, testId, ref, onChange }: PassphraseFieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-field>
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        type="password"
        autoComplete="off"
        className={styles.input}
        maxLength={200}
        value={value}
        data-testid={testId}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
