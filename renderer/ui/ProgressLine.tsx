import { useId } from 'react';
import { Button } from './Button.tsx';
import styles from './ProgressLine.module.css';

interface ProgressLineProps {
  /** What is being done; read out as it changes. */
  readonly text: string;
  /** What changes too often to be read out. */
  readonly detail?: string;
  /** Of `max`; `null` where nobody can know yet. */
  readonly done: number | null;
  readonly max: number;
  /** Left out where it cannot be ended. */
  readonly stop?: { readonly label: string; readonly run: () => void; readonly testId: string };
  readonly testId?: string;
}

/** What takes a while, how far it is, and the way to end it. */
export function ProgressLine({ text, detail, done, max, stop, testId }: ProgressLineProps) {
  const id = useId();
  return (
    <div className={styles.line} data-testid={testId}>
      <p>
        <span id={id} role="status">
          {text}
        </span>
        {detail && ` ${detail}`}
      </p>
      <progress className={styles.bar} value={done ?? undefined} max={max} aria-labelledby={id} />
      {stop && (
        <Button data-testid={stop.testId} onClick={stop.run}>
          {stop.label}
        </Button>
      )}
    </div>
  );
}
