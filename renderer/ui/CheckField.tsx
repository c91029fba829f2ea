import { type ReactNode, useId } from 'react';
import styles from './CheckField.module.css';

interface CheckFieldProps {
  readonly label: string;
  /** A sentence on what follows from it. */
  readonly text?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly testId?: string;
}

/** A yes or no, with a sentence on what a yes means. */
export function CheckField({ label, text, checked, onChange, testId }: CheckFieldProps) {
  const textId = useId();
  return (
    <div data-field>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={text ? textId : undefined}
          data-testid={testId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {text && (
        <p id={textId} className={styles.text}>
          {text}
        </p>
      )}
    </div>
  );
}
