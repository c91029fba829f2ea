import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconLockQuestion from '@tabler/icons-react/dist/esm/icons/IconLockQuestion.mjs';
import { lockState } from '../../readings/security.ts';
import type { CellProps } from '../columns.ts';
import styles from './cells.module.css';
import { ReadingCell } from './ReadingCell.tsx';

const ICONS = { locked: IconLock, unlocked: IconLockOpen, lockUnknown: IconLockQuestion };

/** Whether the car is locked, and how much of it stands open. */
export function SecurityCell({ vehicle: { readings }, ...rest }: CellProps) {
  const { t } = rest;
  return (
    <ReadingCell
      reading={readings.security}
      {...rest}
      show={(security) => {
        const state = lockState(security);
        const Picture = ICONS[state];
        const open = security.open.length;
        return (
          <span className={styles.pair}>
            <Picture size={16} aria-hidden />
            {t(`value.${state}`)}
            {open > 0 && <span>{`· ${t('value.openings', { count: open })}`}</span>}
          </span>
        );
      }}
    />
  );
}
