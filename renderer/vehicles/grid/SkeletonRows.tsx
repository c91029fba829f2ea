import styles from './grid.module.css';

/** As many as a start shows before the rows are there. */
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];
export const SKELETON_ROWS = ROWS.length;

interface SkeletonRowsProps {
  readonly count: number;
  readonly height: number;
}

/** The shape of rows that are on their way. */
export function SkeletonRows({ count, height }: SkeletonRowsProps) {
  return (
    <div aria-hidden data-testid="skeleton-rows">
      {ROWS.slice(0, count).map((row) => (
        <div key={row} className={styles.skeletonRow} style={{ height }} />
      ))}
    </div>
  );
}
