import styles from './BudgetMeter.module.css';

interface CallsBarProps {
  readonly calls: number;
  readonly capacity: number;
  readonly isWide?: boolean;
}

/** How full the bucket is, beside words that say the same. */
export function CallsBar({ calls, capacity, isWide = false }: CallsBarProps) {
  const width = `${Math.round((calls / capacity) * 100)}%`;
  return (
    <span className={isWide ? `${styles.bar} ${styles.wide}` : styles.bar} aria-hidden>
      <span style={{ width }} />
    </span>
  );
}
