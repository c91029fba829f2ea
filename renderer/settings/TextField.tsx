import { type KeyboardEvent, useId, useState } from 'react';
import styles from './Fields.module.css';

interface TextFieldProps {
  readonly label: string;
  /** What it means, in a sentence. */
  readonly text: string;
  readonly value: string;
  /** What an empty field means. */
  readonly emptyText: string;
  readonly maxLength: number;
  readonly testId: string;
  /** Gets the text without spaces around it; may be empty. */
  readonly onChange: (value: string) => void;
}

/** A text that applies when the field is left or Enter is pressed, and not while it is typed. */
export function TextField(props: TextFieldProps) {
  const { label, text, value, emptyText, maxLength, testId, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const apply = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() !== value) onChange(typed.trim());
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') apply();
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoComplete="off"
        maxLength={maxLength}
        className={styles.select}
        value={typed ?? value}
        placeholder={emptyText}
        aria-describedby={`${id}-text`}
        data-testid={testId}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-text`} className={styles.text}>
        {text}
      </p>
    </div>
  );
}
