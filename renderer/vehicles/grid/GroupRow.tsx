import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { memo } from 'react';
import { formatCount } from '../../format/amount.ts';
import styles from './grid.module.css';

interface GroupRowProps {
  readonly groupKey: string;
  /** What these vehicles have in common, in words. */
  readonly label: string;
  readonly count: number;
  readonly isCollapsed: boolean;
  readonly row: number;
  readonly top: number;
  /** The group whose vehicles are being looked at: its heading stays in view. */
  readonly isSticky: boolean;
  readonly isTabStop: boolean;
  readonly columns: number;
}

/** The heading of a group of vehicles; it folds them away. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { groupKey, label, count, isCollapsed, row, top, isSticky, isTabStop, columns } = props;
  return (
    <tr
      className={styles.groupRow}
      style={isSticky ? undefined : { transform: `translateY(${top}px)` }}
      aria-rowindex={row + 2}
      data-testid="group-row"
      data-group-key={groupKey}
      data-row={row}
      data-pinned={isSticky || undefined}
    >
      <th
        scope="rowgroup"
        className={styles.groupCell}
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={!isCollapsed}
        aria-colindex={1}
        aria-colspan={columns}
        data-at={0}
        data-sticky=""
      >
        <IconChevronRight size={16} className={styles.chevron} aria-hidden />
        {label}
        <span className={styles.groupCount}>{formatCount(count)}</span>
      </th>
    </tr>
  );
});
