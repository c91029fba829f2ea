import type { ReactNode } from 'react';
import { listId, optionId } from './combobox.ts';
import styles from './OptionList.module.css';

interface OptionListProps {
  /** What all ids in here begin with. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly content: ReactNode }[];
  /** The place of the one that the keyboard is at; -1 while it is in the text. */
  readonly active: number;
  readonly onChoose: (index: number) => void;
  readonly describedBy?: string;
  readonly className?: string | undefined;
  readonly testId: string;
}

/** What can be chosen below a field that keeps the focus. */
export function OptionList(props: OptionListProps) {
  const { id, label, options, active, onChoose, describedBy, className, testId } = props;
  return (
    <div
      id={listId(id)}
      role="listbox"
      aria-label={label}
      aria-describedby={describedBy}
      className={[styles.list, className].filter(Boolean).join(' ')}
      data-testid={testId}
    >
      {options.map(({ key, content }, index) => (
        <div
          key={key}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          // Keeps the focus in the field, which a click would take from it.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
