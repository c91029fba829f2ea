import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLimit } from '../format/amount.ts';
import { perLocale } from '../format/locale.ts';
import { type NumberRange, numberTyped } from './budgetChange.ts';
import styles from './Fields.module.css';

interface NumberFieldProps {
  readonly label: string;
  /** What it means, in a sentence. */
  readonly text: string;
  readonly range: NumberRange;
  readonly value: number | null;
  /** What an empty field means; without it a number is needed. */
  readonly emptyText?: string;
  readonly testId: string;
  readonly onChange: (value: number | null) => void;
}

/** As it is typed here: a comma where the language has one, and no signs between thousands. */
const plainNumber = perLocale(
  (tag) => new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 6 }),
);
const textOf = (value: number | null) => (value === null ? '' : plainNumber().format(value));

/** A number that applies when the field is left or Enter is pressed, and not while it is typed. */
export function NumberField(props: NumberFieldProps) {
  const { label, text, range, value, emptyText, testId, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);

  const apply = () => {
    if (typed === null) return;
    const isEmpty = typed.trim() === '' && emptyText !== undefined;
    const number = isEmpty ? null : numberTyped(typed, range);
    if (number === null && !isEmpty) {
      setIsWrong(true);
      return;
    }
    setIsWrong(false);
    setTyped(null);
    if (number !== value) onChange(number);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') apply();
  };

  return (
    <div className={styles.field} data-field>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        className={styles.number}
        value={typed ?? textOf(value)}
        placeholder={emptyText}
        aria-describedby={`${id}-text ${id}-problem`}
        aria-invalid={isWrong}
        data-testid={testId}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-text`} className={styles.text}>
        {text}
      </p>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {isWrong &&
          t('settings.number.range', {
            least: formatLimit(range.least),
            most: formatLimit(range.most),
          })}
      </p>
    </div>
  );
}
