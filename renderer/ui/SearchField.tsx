import type { Icon } from '@tabler/icons-react';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type ComponentProps, type Ref, useImperativeHandle, useRef } from 'react';
import styles from './SearchField.module.css';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'type' | 'value'> {
  /** What is looked for: a magnifying glass, or a pin for places. */
  readonly icon: Icon;
  /** Read out, since there is no other label. */
  readonly 'aria-label': string;
  readonly value: string;
  /** Empties the field by a button that is there while there is text; left out, there is none. */
  readonly clear?: { readonly label: string; readonly run: () => void };
  /** Of the whole field: its width, or the name by which a list finds its place. */
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** The one field for text that narrows something down. Suggestions belong below it (`OptionList`). */
export function SearchField(props: SearchFieldProps) {
  const { icon: Picture, value, clear, className, ref, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement);
  return (
    <div className={[styles.box, className].filter(Boolean).join(' ')}>
      <Picture size={16} aria-hidden />
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        ref={input}
        type="text"
        className={styles.input}
        value={value}
      />
      {clear && value !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={clear.label}
          title={clear.label}
          onClick={() => {
            clear.run();
            input.current?.focus();
          }}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
