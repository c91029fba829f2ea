import { type ReactNode, useId } from 'react';
import styles from './ChoiceList.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A sentence on what follows from it. */
  readonly text: ReactNode;
  readonly isUnavailable?: boolean;
  /** What else belongs to it; may hold buttons, so it stands outside of the label. */
  readonly more?: ReactNode;
}

interface ChoiceListProps<V extends string> {
  readonly legend: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  /** `<prefix>-<value>` names each radio button for tests. */
  readonly testIdPrefix: string;
  readonly onChoose: (value: V) => void;
}

/** One of a few ways, each with a sentence: plain radio buttons, so the arrow keys work by themselves. */
export function ChoiceList<V extends string>(props: ChoiceListProps<V>) {
  const { legend, value: chosen, choices, testIdPrefix, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ value, label, text, isUnavailable = false, more }) => {
        const textId = `${name}-${value}`;
        return (
          <div key={value} data-field className={styles.choice}>
            <label className={styles.label}>
              <input
                type="radio"
                name={name}
                value={value}
                checked={value === chosen}
                disabled={isUnavailable && value !== chosen}
                aria-describedby={textId}
                data-testid={`${testIdPrefix}-${value}`}
                onChange={() => onChoose(value)}
              />
              {label}
            </label>
            <div id={textId} className={styles.text}>
              {text}
            </div>
            {more && <div className={styles.more}>{more}</div>}
          </div>
        );
      })}
    </fieldset>
  );
}
