import type { ReactNode, Ref } from 'react';
import styles from './Doors.module.css';

interface DoorProps {
  readonly testId: string;
  readonly picture: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly note: string | null;
  readonly unavailable: boolean;
  readonly onOpen: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A choice big enough to say in a sentence what follows. */
export function Door(props: DoorProps) {
  const { testId, picture, title, text, note, unavailable, onOpen, ref } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={styles.door}
      data-testid={testId}
      aria-disabled={unavailable || undefined}
      onClick={() => {
        if (!unavailable) onOpen();
      }}
    >
      <span className={styles.picture}>{picture}</span>
      <span className={styles.title}>{title}</span>
      <span className={styles.text}>
        {text}
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </button>
  );
}
